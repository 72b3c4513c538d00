import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { Failure } from '../../ui/failure.tsx';

/** Someone else changed the case first: what was written stays, the case can be read anew. */
export function Stale(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <div className="notice notice-warning row">
      <p>{t('caseFile.stale')}</p>
      <Button size="xs" variant="default" onClick={() => void client.invalidateQueries()}>
        {t('caseFile.reload')}
      </Button>
    </div>
  );
}

/** Nothing was sent; the form still has everything. */
export function NotSent({ failure }: { failure: ApiError }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p role="status">
        <strong>{t('save.notSent')}</strong>
      </p>
      <Failure error={failure} />
    </div>
  );
}

interface Props {
  title: string;
  caseNo: string;
  failure: ApiError | null;
  stale: boolean;
  children: ReactNode;
}

/** The frame of an act on a case, above its timeline. */
export function ActPanel({ title, failure, stale, children }: Props): ReactNode {
  return (
    <section className="panel act-panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="stack narrow">
        {stale ? <Stale /> : null}
        {failure ? <NotSent failure={failure} /> : null}
        {children}
      </div>
    </section>
  );
}

/** The way out of an act without doing it. */
export function Cancel({ caseNo }: { caseNo: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to={paths.caseFile} params={{ caseNo }} search={{}} resetScroll={false}>
      {t('form.cancel')}
    </Link>
  );
}
