/** Every address of the web app, in one place; routes, links and redirects all take theirs from here. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  worklist: '/cases',
  fileCase: '/cases/new',
  caseFile: '/cases/$caseNo',
  amendCase: '/cases/$caseNo/amend',
  statistics: '/statistics',
  statisticsCases: '/statistics/cases',
  imports: '/imports',
  importRun: '/imports/$importId',
  staff: '/staff',
  newStaff: '/staff/new',
  staffMember: '/staff/$staffId',
  inbox: '/inbox',
  account: '/account',
  accessLog: '/access-log',
} as const;
