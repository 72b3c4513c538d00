import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { may, sections } from '../session/permissions.ts';
import type { Me } from '../session/me.ts';
import { useMaybeMe } from '../session/session.ts';
import { Bell } from './bell.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Mark } from './mark.tsx';
import { Said } from './said.tsx';
import { SessionGate } from './session-gate.tsx';
import { SignOut } from './sign-out.tsx';

function Navigation({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      <ul>
        {sections
          .filter((section) => may(me, section.act))
          .map((section) => (
            <li key={section.path}>
              <Link to={section.path} activeOptions={{ includeSearch: false }}>
                {t(section.label)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Who({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="who">
        <Link to={paths.account} aria-label={t('nav.account', { name: me.name })}>
          {me.name}
        </Link>
        <small>{me.mission?.label ?? t(`role.${me.role}`)}</small>
      </div>
      {may(me, 'inbox') ? <Bell key={me.id} /> : null}
      <SignOut />
    </>
  );
}

/** After a step to another page, reading starts at its heading, as it would after a full load. */
function useHeadingFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) {
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    before.current = path;
  }, [path]);
}

/** What is around every page. */
export function Frame(): ReactNode {
  const { t } = useTranslation();
  const me = useMaybeMe();
  useHeadingFocus();
  return (
    <div className="site">
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <header className="site-header">
        <div className="site-header-row">
          <Link to={paths.home} className="brand">
            <Mark />
            <span>
              <span className="brand-name">{t('app.name')}</span>
              <span className="brand-line">{t('app.line')}</span>
            </span>
          </Link>
          <LanguageSwitch signedIn={me !== null} />
          {me ? <Who me={me} /> : null}
        </div>
      </header>
      {me ? <Navigation me={me} /> : null}
      <main id="main" className="site-main" tabIndex={-1}>
        <Said />
        <Outlet />
      </main>
      <footer className="site-footer">
        <p>{t('app.footer')}</p>
      </footer>
      <SessionGate />
    </div>
  );
}
