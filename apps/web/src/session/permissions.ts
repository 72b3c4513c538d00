import { paths } from '../paths.ts';
import type { Me } from './me.ts';

/** What a page needs, under the server's name for the operation. The server decides again at each request. */
export const permissionFor = {
  readCases: 'cases.worklist',
  fileCase: 'cases.file',
  addEntry: 'cases.note',
  amendCase: 'cases.amend',
  changeStatus: 'cases.status',
  closeCase: 'cases.close',
  reopenCase: 'cases.reopen',
  statistics: 'statistics.read',
  statisticsCases: 'statistics.cases',
  importCases: 'cases.import',
  staff: 'staff.read',
  rights: 'rights.approve',
  accessLog: 'log.read',
  inbox: 'me.inbox',
  account: 'me.security',
} as const;

export type Act = keyof typeof permissionFor;

/** Whether the interface offers this person an act. */
export function may(me: Me, act: Act): boolean {
  return me.permissions.includes(permissionFor[act]);
}

/** Whether this person's reach is every mission's cases, so that a mission filter makes sense. */
export function seesAllMissions(me: Me): boolean {
  return me.role === 'CONSULAR_OFFICER' || me.role === 'HEAD_OF_DEPARTMENT' || me.role === 'ANALYST';
}

export const sections = [
  { act: 'readCases', path: paths.worklist, label: 'nav.worklist' },
  { act: 'statistics', path: paths.statistics, label: 'nav.statistics' },
  { act: 'importCases', path: paths.imports, label: 'nav.imports' },
  { act: 'staff', path: paths.staff, label: 'nav.staff' },
  { act: 'rights', path: paths.rights, label: 'nav.rights' },
  { act: 'accessLog', path: paths.accessLog, label: 'nav.accessLog' },
] as const satisfies readonly { act: Act; path: string; label: string }[];

/** Where this person's work begins. */
export function firstPage(me: Me): (typeof sections)[number]['path'] {
  return sections.find((section) => may(me, section.act))?.path ?? paths.worklist;
}
