import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from './graphql/errors.ts';
import { paths } from './paths.ts';
import { FailurePage } from './pages/problems/failure-page.tsx';
import { NotFoundPage } from './pages/problems/not-found-page.tsx';
import { parseSearch, stringifySearch, textLike } from './search-params.ts';
import { accessLogSearch } from './pages/access-log/access-log-search.ts';
import { worklistSearch } from './pages/worklist/worklist-search.ts';
import { statisticsSearch } from './pages/statistics/statistics-search.ts';
import type { Me } from './session/me.ts';
import { firstPage, may, type Act } from './session/permissions.ts';
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

/** Keeps a page from those whom the server would refuse; the failure page says so in words. */
function guarded(act: Act) {
  return ({ context }: { context: { me: Me } }): void => {
    if (!may(context.me, act)) throw new ApiError('forbidden');
  };
}

const worklist = createRoute({
  getParentRoute: () => inside,
  path: paths.worklist,
  validateSearch: worklistSearch,
  beforeLoad: guarded('readCases'),
  component: lazyRouteComponent(() => import('./pages/worklist/worklist-page.tsx'), 'WorklistPage'),
});

const fileCase = createRoute({
  getParentRoute: () => inside,
  path: paths.fileCase,
  validateSearch: (raw: Record<string, unknown>): { step?: 'check' } =>
    raw['step'] === 'check' ? { step: 'check' } : {},
  beforeLoad: guarded('fileCase'),
  component: lazyRouteComponent(() => import('./pages/file-case/file-case-page.tsx'), 'FileCasePage'),
});

const caseActs = ['note', 'status', 'close', 'reopen'] as const;

const caseFile = createRoute({
  getParentRoute: () => inside,
  path: paths.caseFile,
  validateSearch: (raw: Record<string, unknown>): { act?: (typeof caseActs)[number] } => {
    const act = caseActs.find((one) => one === raw['act']);
    return act ? { act } : {};
  },
  beforeLoad: guarded('readCases'),
  component: lazyRouteComponent(() => import('./pages/case-file/case-file-page.tsx'), 'CaseFilePage'),
});

const amendCase = createRoute({
  getParentRoute: () => inside,
  path: paths.amendCase,
  beforeLoad: guarded('amendCase'),
  component: lazyRouteComponent(() => import('./pages/amend-case/amend-case-page.tsx'), 'AmendCasePage'),
});

const statistics = createRoute({
  getParentRoute: () => inside,
  path: paths.statistics,
  validateSearch: statisticsSearch,
  beforeLoad: guarded('statistics'),
  component: lazyRouteComponent(() => import('./pages/statistics/statistics-page.tsx'), 'StatisticsPage'),
});

const statisticsCases = createRoute({
  getParentRoute: () => inside,
  path: paths.statisticsCases,
  validateSearch: statisticsSearch,
  beforeLoad: guarded('statisticsCases'),
  component: lazyRouteComponent(() => import('./pages/statistics/cases-behind-page.tsx'), 'CasesBehindPage'),
});

const imports = createRoute({
  getParentRoute: () => inside,
  path: paths.imports,
  beforeLoad: guarded('importCases'),
  component: lazyRouteComponent(() => import('./pages/imports/choose-file-page.tsx'), 'ChooseFilePage'),
});

const importRun = createRoute({
  getParentRoute: () => inside,
  path: paths.importRun,
  beforeLoad: guarded('importCases'),
  component: lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportPage'),
});

const staff = createRoute({
  getParentRoute: () => inside,
  path: paths.staff,
  beforeLoad: guarded('staff'),
  component: lazyRouteComponent(() => import('./pages/staff/staff-page.tsx'), 'StaffPage'),
});

const newStaff = createRoute({
  getParentRoute: () => inside,
  path: paths.newStaff,
  beforeLoad: guarded('staff'),
  component: lazyRouteComponent(() => import('./pages/staff/new-staff-page.tsx'), 'NewStaffPage'),
});

const staffMember = createRoute({
  getParentRoute: () => inside,
  path: paths.staffMember,
  beforeLoad: guarded('staff'),
  component: lazyRouteComponent(() => import('./pages/staff/staff-member-page.tsx'), 'StaffMemberPage'),
});

const accessLog = createRoute({
  getParentRoute: () => inside,
  path: paths.accessLog,
  validateSearch: accessLogSearch,
  beforeLoad: guarded('accessLog'),
  component: lazyRouteComponent(() => import('./pages/access-log/access-log-page.tsx'), 'AccessLogPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
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
      accessLog,
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
