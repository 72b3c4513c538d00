import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { PageHead } from '../../ui/page-head.tsx';

/** The session is over; what was half-written stays in this tab. */
export function SessionEnded(): ReactNode {
  const { t } = useTranslation();
  const next = window.location.pathname + window.location.search;
  return (
    <>
      <PageHead title={t('problem.unauthenticated.title')} lead={t('problem.unauthenticated.remedy')} />
      <p>
        <Link to={paths.signIn} search={{ next }}>
          {t('signIn.submit')}
        </Link>
      </p>
    </>
  );
}
