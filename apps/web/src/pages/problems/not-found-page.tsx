import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { PageHead } from '../../ui/page-head.tsx';

/** No such address; also what a case outside one's reach looks like. */
export function NotFoundPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('notFound.title')} lead={t('notFound.lead')} />
      <p>
        <Link to={paths.home}>{t('notFound.home')}</Link>
      </p>
    </>
  );
}
