import { CreateStaffAndSessions1795200000000 } from './202611221930-create-staff-and-sessions.js';
import { GuardStaffRows1795200000001 } from './202611222000-guard-staff-rows.js';
import { KeepDraftKeys1795800000000 } from './202611272240-keep-draft-keys.js';
import { LogReadsWithoutWaiting1795200000002 } from './202611222300-log-reads-without-waiting.js';

export const accessMigrations = [
  CreateStaffAndSessions1795200000000,
  GuardStaffRows1795200000001,
  LogReadsWithoutWaiting1795200000002,
  KeepDraftKeys1795800000000,
];
