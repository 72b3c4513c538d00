import type { Role } from '#access';

/** Somebody who has not signed in. */
export const NOBODY = 'NOBODY';
export type Asker = Role | typeof NOBODY;

const signedIn: Role[] = [
  'OFFICER',
  'HEAD_OF_MISSION',
  'CONSULAR_OFFICER',
  'HEAD_OF_DEPARTMENT',
  'ANALYST',
  'COMMISSION',
  'CIVIL_SOCIETY',
  'ADMINISTRATOR',
  'AUDITOR',
];
export const askers: Asker[] = [NOBODY, ...signedIn];

const everybody = askers;
const caseWorkers: Role[] = ['OFFICER', 'HEAD_OF_MISSION', 'CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT'];
const counters: Role[] = [...caseWorkers, 'ANALYST'];
const department: Role[] = ['CONSULAR_OFFICER', 'HEAD_OF_DEPARTMENT'];
const approvers: Role[] = ['ADMINISTRATOR', 'HEAD_OF_DEPARTMENT'];
const administrator: Role[] = ['ADMINISTRATOR'];
const auditor: Role[] = ['AUDITOR'];

/**
 * Who may call which operation. Written down a second time on purpose, apart from the code: whoever opens an operation to
 * somebody has to say so here too. A new operation without a line fails the test.
 */
export const matrix: Record<string, Asker[]> = {
  me: everybody,
  signIn: everybody,
  signOut: everybody,
  setLanguage: signedIn,
  draftKey: signedIn,
  inbox: signedIn,
  unreadNotices: signedIn,
  markNoticesRead: signedIn,
  changePassword: signedIn,
  ownSessions: signedIn,
  endSessions: signedIn,
  ownFactor: signedIn,
  beginFactor: signedIn,
  confirmFactor: signedIn,
  removeFactor: signedIn,

  codeLists: signedIn,
  countries: signedIn,
  missions: signedIn,
  caseTypes: signedIn,
  filingRules: signedIn,

  worklist: caseWorkers,
  caseFile: caseWorkers,
  searchCases: caseWorkers,
  caseTimeline: caseWorkers,
  fileCase: caseWorkers,
  addEntry: caseWorkers,
  amendCase: caseWorkers,
  changeStatus: caseWorkers,
  closeCase: caseWorkers,
  reopenCase: caseWorkers,

  statistics: counters,
  statisticsCases: caseWorkers,

  importProfiles: department,
  import: department,
  checkImport: department,
  runImport: department,

  staff: administrator,
  createStaff: administrator,
  updateStaff: administrator,
  inviteStaff: administrator,
  endInvite: administrator,
  askReset: administrator,
  rightsRequests: approvers,
  decideRights: approvers,
  openInvite: everybody,
  useInvite: everybody,

  accessLog: auditor,
  accessLogCsv: auditor,
  accessLogVerdict: auditor,
  accessLogPeople: auditor,
  caseIdInLog: auditor,
};
