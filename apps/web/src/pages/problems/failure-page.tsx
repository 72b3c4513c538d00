import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, newErrorId } from '../../graphql/errors.ts';
import { Failure } from '../../ui/failure.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SessionEnded } from './session-ended.tsx';

/** The boundary of every page: a failed answer, a missing permission, or a fault of the page itself. */
export function FailurePage({ error, reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation();
  const router = useRouter();
  const known = useMemo(
    () => (error instanceof ApiError ? error : new ApiError('failed', newErrorId())),
    [error],
  );
  if (known.kind === 'unauthenticated') return <SessionEnded />;
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHead title={t(known.kind === 'forbidden' ? 'problem.forbiddenPage' : 'problem.page')} />
      <Failure error={known} {...(known.kind === 'forbidden' ? {} : { retry: again })} />
    </>
  );
}
