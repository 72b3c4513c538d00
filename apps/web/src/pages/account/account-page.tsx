import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { OwnFactor } from './own-factor.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import './account.css';

/** Everybody's own account: how they sign in, and where they are signed in. */
export function AccountPage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <div className="narrow-page">
      <PageHead
        title={t('account.title')}
        lead={
          <>
            {me.name} · <span className="nowrap">{me.email}</span>
          </>
        }
      />
      <div className="stack">
        <OwnPassword />
        <OwnFactor />
        <OwnSessions />
      </div>
    </div>
  );
}
