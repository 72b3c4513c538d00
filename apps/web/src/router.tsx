import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { paths } from './paths.ts';
import { behind } from './pages/problems/behind.tsx';
import { FailurePage } from './pages/problems/failure-page.tsx';
import { NotFoundPage } from './pages/problems/not-found-page.tsx';
import { parseSearch, stringifySearch, textLike } from './search-params.ts';
import { accessLogSearch } from './pages/access-log/access-log-search.ts';
import { worklistSearch } from './pages/worklist/worklist-search.ts';
import { statisticsSearch } from './pages/statistics/statistics-search.ts';
import { firstPage } from './session/permissions.ts';
import { whoIsThere } from './session/session.ts';
import { Frame } from './ui/frame.tsx';
import { Waiting } from './ui/waiting.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (raw: Record<string, unknown>): { next?: string } => {
    const next = textLike(raw['next'], /^\/(?!\/)[^\\]*$/);
    return next ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: paths.invite,
  component: lazyRouteComponent(() => import('./pages/invite/invite-page.tsx'), 'InvitePage'),
});

/** Everything behind the sign-in. Who is not signed in is sent there, and comes back to the same address. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const me = await whoIsThere();
    const next = location.pathname === paths.home ? {} : { next: location.pathname + location.searchStr };
    // The router takes a thrown redirect; it is not an error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!me) throw redirect({ to: paths.signIn, search: next });
    return { me };
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: paths.home,
  beforeLoad: ({ context }) => {
    // As above: a redirect, not an error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect({ to: firstPage(context.me) });
  },
});

const worklist = createRoute({
  getParentRoute: () => inside,
  path: paths.worklist,
  validateSearch: worklistSearch,
  component: behind(
    'readCases',
    lazyRouteComponent(() => import('./pages/worklist/worklist-page.tsx'), 'WorklistPage'),
  ),
});

const fileCase = createRoute({
  getParentRoute: () => inside,
  path: paths.fileCase,
  validateSearch: (raw: Record<string, unknown>): { step?: 'check' } =>
    raw['step'] === 'check' ? { step: 'check' } : {},
  component: behind(
    'fileCase',
    lazyRouteComponent(() => import('./pages/file-case/file-case-page.tsx'), 'FileCasePage'),
  ),
});

const caseActs = ['note', 'status', 'close', 'reopen'] as const;

const caseFile = createRoute({
  getParentRoute: () => inside,
  path: paths.caseFile,
  validateSearch: (raw: Record<string, unknown>): { act?: (typeof caseActs)[number] } => {
    const act = caseActs.find((one) => one === raw['act']);
    return act ? { act } : {};
  },
  component: behind(
    'readCases',
    lazyRouteComponent(() => import('./pages/case-file/case-file-page.tsx'), 'CaseFilePage'),
  ),
});

const amendCase = createRoute({
  getParentRoute: () => inside,
  path: paths.amendCase,
  component: behind(
    'amendCase',
    lazyRouteComponent(() => import('./pages/amend-case/amend-case-page.tsx'), 'AmendCasePage'),
  ),
});

const statistics = createRoute({
  getParentRoute: () => inside,
  path: paths.statistics,
  validateSearch: statisticsSearch,
  component: behind(
    'statistics',
    lazyRouteComponent(() => import('./pages/statistics/statistics-page.tsx'), 'StatisticsPage'),
  ),
});

const statisticsCases = createRoute({
  getParentRoute: () => inside,
  path: paths.statisticsCases,
  validateSearch: statisticsSearch,
  component: behind(
    'statisticsCases',
    lazyRouteComponent(() => import('./pages/statistics/cases-behind-page.tsx'), 'CasesBehindPage'),
  ),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: paths.imports,
  component: behind(
    'importCases',
    lazyRouteComponent(() => import('./pages/imports/choose-file-page.tsx'), 'ChooseFilePage'),
  ),
});

const importRun = createRoute({
  getParentRoute: () => inside,
  path: paths.importRun,
  component: behind(
    'importCases',
    lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportPage'),
  ),
});

const staff = createRoute({
  getParentRoute: () => inside,
  path: paths.staff,
  component: behind(
    'staff',
    lazyRouteComponent(() => import('./pages/staff/staff-page.tsx'), 'StaffPage'),
  ),
});

const newStaff = createRoute({
  getParentRoute: () => inside,
  path: paths.newStaff,
  component: behind(
    'staff',
    lazyRouteComponent(() => import('./pages/staff/new-staff-page.tsx'), 'NewStaffPage'),
  ),
});

const staffMember = createRoute({
  getParentRoute: () => inside,
  path: paths.staffMember,
  component: behind(
    'staff',
    lazyRouteComponent(() => import('./pages/staff/staff-member-page.tsx'), 'StaffMemberPage'),
  ),
});

const rights = createRoute({
  getParentRoute: () => inside,
  path: paths.rights,
  component: behind(
    'rights',
    lazyRouteComponent(() => import('./pages/rights/rights-page.tsx'), 'RightsPage'),
  ),
});

const accessLog = createRoute({
  getParentRoute: () => inside,
  path: paths.accessLog,
  validateSearch: accessLogSearch,
  component: behind(
    'accessLog',
    lazyRouteComponent(() => import('./pages/access-log/access-log-page.tsx'), 'AccessLogPage'),
  ),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: paths.inbox,
  component: behind(
    'inbox',
    lazyRouteComponent(() => import('./pages/inbox/inbox-page.tsx'), 'InboxPage'),
  ),
});

const account = createRoute({
  getParentRoute: () => inside,
  path: paths.account,
  component: behind(
    'account',
    lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    invite,
    inside.addChildren([
      home,
      worklist,
      fileCase,
      caseFile,
      amendCase,
      statistics,
      statisticsCases,
      imports,
      importRun,
      staff,
      newStaff,
      staffMember,
      rights,
      accessLog,
      inbox,
      account,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: FailurePage,
  defaultPendingComponent: Waiting,
  defaultPendingMs: 150,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
