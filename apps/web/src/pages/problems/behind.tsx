import type { RouteComponent } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../graphql/errors.ts';
import { may, type Act } from '../../session/permissions.ts';
import { useMe } from '../../session/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { PageHead } from '../../ui/page-head.tsx';

function ForbiddenPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('problem.forbiddenPage')} />
      <Failure error={new ApiError('forbidden')} />
    </>
  );
}

/**
 * A page for those who may do an act; to the others it says so in words. Nothing is thrown: a page that a role has not is no
 * fault, and the browser's console stays empty for those that are.
 */
export function behind(act: Act, Page: RouteComponent): RouteComponent {
  function Behind(): ReactNode {
    return may(useMe(), act) ? <Page /> : <ForbiddenPage />;
  }
  return Object.assign(Behind, Page.preload ? { preload: Page.preload } : {});
}
