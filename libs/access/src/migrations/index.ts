import { AskForRights1795800000240 } from './202611280250-ask-for-rights.js';
import { ChainAccessLog1795800000220 } from './202611280245-chain-access-log.js';
import { AskForASecondFactor1796200000030 } from './202611280320-ask-for-a-second-factor.js';
import { CreateInbox1795200000010 } from './202611272330-create-inbox.js';
import { CreateStaffAndSessions1795200000000 } from './202611221930-create-staff-and-sessions.js';
import { FindActsInLog1795800000020 } from './202611280020-find-acts-in-log.js';
import { InviteStaff1795800000230 } from './202611280230-invite-staff.js';
import { NameRolesPlainly1795800000040 } from './202611280240-name-roles-plainly.js';
import { LetPeopleInByARoleOfItsOwn1796200000010 } from './202611280240-let-people-in-by-a-role-of-its-own.js';
import { KeepDraftKeys1795800000000 } from './202611272240-keep-draft-keys.js';

export const accessMigrations = [
  CreateStaffAndSessions1795200000000,
  CreateInbox1795200000010,
  KeepDraftKeys1795800000000,
  FindActsInLog1795800000020,
  InviteStaff1795800000230,
  AskForRights1795800000240,
  NameRolesPlainly1795800000040,
  ChainAccessLog1795800000220,
  LetPeopleInByARoleOfItsOwn1796200000010,
  AskForASecondFactor1796200000030,
];
