import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../graphql/errors.ts';

/** Says in words what a failed request means and what to do; the one place where errors become text. */
export function Failure({ error, retry }: { error: Error; retry?: () => void }): ReactNode {
  const { t } = useTranslation();
  const kind = error instanceof ApiError ? error.kind : 'failed';
  const id = error instanceof ApiError ? error.id : null;
  const refusals = error instanceof ApiError ? error.refusals : [];
  return (
    <div className="notice notice-bad" role="alert">
      {refusals.length === 0 ? (
        <>
          <h2>{t(`problem.${kind}.title`)}</h2>
          <p>{t(`problem.${kind}.remedy`)}</p>
        </>
      ) : (
        refusals.map((refusal) => (
          <div key={refusal.code + (refusal.field ?? '')}>
            <h2>{refusal.message}</h2>
            <p>{refusal.remedy}</p>
          </div>
        ))
      )}
      {id ? (
        <p>
          {t('problem.id')} <code>{id}</code>
        </p>
      ) : null}
      {retry ? (
        <p>
          <Button mt="sm" size="sm" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
