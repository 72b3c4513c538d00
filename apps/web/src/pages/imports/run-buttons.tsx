import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import { ApiError } from '../../graphql/errors.ts';
import { useAct } from '../../session/answers.ts';
import { Failure } from '../../ui/failure.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { problemsOf, type Problem } from '../../ui/form/problems.ts';
import { runImportDocument, type ImportData } from './import-documents.ts';

/** The decision after the check: the whole file when it is clean, or its good rows only. */
export function RunButtons({ run }: { run: ImportData }): ReactNode {
  const { t } = useTranslation();
  const act = useAct(runImportDocument);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const good = run.rowsTotal - run.refused - run.alreadyThere;
  const start = async (partial: boolean): Promise<void> => {
    setFailure(null);
    try {
      const { runImport: result } = await act.mutateAsync({ input: { id: run.id, partial } });
      setProblems(result.__typename === 'Refused' ? problemsOf(result.refusals) : []);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('failed');
      if (known.refusals.length) setProblems(problemsOf(known.refusals));
      else setFailure(known);
    }
  };
  return (
    <section className="panel stack" aria-labelledby="run-title">
      <h2 id="run-title">{t('imports.decide')}</h2>
      <ErrorSummary problems={problems} />
      {failure ? <Failure error={failure} /> : null}
      <p>
        {run.refused > 0
          ? t('imports.decideRefused', { refused: formatNumber(run.refused), good: formatNumber(good) })
          : t('imports.decideClean', { good: formatNumber(good) })}
      </p>
      <div className="row">
        {run.refused === 0 ? (
          <Button loading={act.isPending} onClick={() => void start(false)}>
            {t('imports.runAll')}
          </Button>
        ) : (
          <Button loading={act.isPending} onClick={() => void start(true)} disabled={good <= 0}>
            {t('imports.runGood')}
          </Button>
        )}
      </div>
    </section>
  );
}
