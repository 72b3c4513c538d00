import { registerEnumType } from '@nestjs/graphql';
import { ROLES } from '../policy.rules.js';

/** What somebody does here, for GraphQL. */
export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));

export const LanguageEnum = { mn: 'mn', en: 'en' } as const;

export const DeliveryEnum = { COOKIE: 'COOKIE', TOKEN: 'TOKEN' } as const;
export type Delivery = keyof typeof DeliveryEnum;

export const SessionKindEnum = { BROWSER: 'BROWSER', API: 'API' } as const;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody does here; it decides what they may do and which cases they see.',
  valuesMap: {
    OFFICER: { description: 'Consular officer at a mission: the cases of that mission.' },
    HEAD_OF_MISSION: { description: 'The same, and the second pair of eyes at that mission.' },
    CONSULAR_OFFICER: { description: 'Consular department: the cases of every mission.' },
    HEAD_OF_DEPARTMENT: { description: 'The same, and the second person where rights are given.' },
    ANALYST: { description: 'Counts over every mission; no case.' },
    COMMISSION: { description: 'Human Rights Commission: releases and its own requests.' },
    CIVIL_SOCIETY: { description: 'Civil society: public releases and its own recommendations.' },
    ADMINISTRATOR: { description: 'Staff and their missions; no case.' },
    AUDITOR: { description: 'The access log only.' },
  },
});

registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'Languages the register speaks.',
  valuesMap: { mn: { description: 'Mongolian.' }, en: { description: 'English.' } },
});

registerEnumType(DeliveryEnum, {
  name: 'Delivery',
  description: 'How a new session reaches the client.',
  valuesMap: {
    COOKIE: { description: 'As a cookie that scripts cannot read: for browsers.' },
    TOKEN: { description: 'As a bearer token in the answer: for other programs.' },
  },
});

registerEnumType(SessionKindEnum, {
  name: 'SessionKind',
  description: 'What a session was opened with.',
  valuesMap: {
    BROWSER: { description: 'A browser.' },
    API: { description: 'Another program.' },
  },
});
