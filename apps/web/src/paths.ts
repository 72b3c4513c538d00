/** Every address of the web app, in one place; routes, links and redirects all take theirs from here. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  invite: '/invite',
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
  rights: '/rights',
  inbox: '/inbox',
  account: '/account',
  accessLog: '/access-log',
} as const;

/** The address of a one-time link. Its token stands in the fragment, which no browser sends to a server. */
export function inviteAddress(token: string): string {
  return `${location.origin}${paths.invite}#${token}`;
}
