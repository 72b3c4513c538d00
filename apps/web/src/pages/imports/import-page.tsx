import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import { paths } from '../../paths.ts';
import { useAnswer } from '../../session/answers.ts';
import { Answer } from '../../ui/answer.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { When } from '../../ui/when.tsx';
import { NotFoundPage } from '../problems/not-found-page.tsx';
import { importDocument, type ImportData } from './import-documents.ts';
import { RefusedRows } from './refused-rows.tsx';
import { RunButtons } from './run-buttons.tsx';
import { UnmappedTexts } from './unmapped-texts.tsx';
import './imports.css';

/** Milliseconds between two looks at an import that is under way. */
const lookEvery = 700;

function underWay(run: ImportData): boolean {
  return run.status === 'CHECKING' || run.status === 'IMPORTING';
}

function Progress({ run }: { run: ImportData }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="panel stack" aria-label={t(`imports.status.${run.status}`)}>
      <h2>{t(`imports.status.${run.status}`)}</h2>
      <progress
        className="progress"
        max={run.rowsTotal || 1}
        value={run.rowsDone}
        aria-label={t('imports.progress')}
      />
      <p role="status">
        {t('imports.rowsDone', { done: formatNumber(run.rowsDone), total: formatNumber(run.rowsTotal) })}
      </p>
      <p className="soft small">{t('imports.mayLeave')}</p>
    </section>
  );
}

function Figures({ run }: { run: ImportData }): ReactNode {
  const { t } = useTranslation();
  const figures = [
    ['rowsTotal', run.rowsTotal],
    ['imported', run.imported],
    ['alreadyThere', run.alreadyThere],
    ['refused', run.refused],
  ] as const;
  return (
    <section className="panel" aria-label={t(`imports.status.${run.status}`)}>
      <h2>{t(`imports.status.${run.status}`)}</h2>
      <dl className="import-figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`imports.figure.${name}`)}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Run({ run }: { run: ImportData }): ReactNode {
  const { t } = useTranslation();
  const busy = underWay(run);
  return (
    <div className="stack">
      <PageHead
        eyebrow={<Link to={paths.imports}>{t('imports.another')}</Link>}
        title={run.fileName}
        lead={
          <>
            {run.profile} · {run.by ? `${run.by.name} · ` : ''}
            <When at={run.startedAt} />
          </>
        }
      />
      {busy ? <Progress run={run} /> : null}
      {run.failure ? (
        <div className="notice notice-bad" role="alert">
          <h2>{run.failure.message}</h2>
          <p>{run.failure.remedy}</p>
        </div>
      ) : null}
      {run.status === 'IMPORTED' ? (
        <p className="notice notice-good" role="status">
          {t('imports.done', { count: run.imported, n: formatNumber(run.imported) })}
        </p>
      ) : null}
      {busy ? null : <Figures run={run} />}
      {run.unmapped.length ? <UnmappedTexts unmapped={run.unmapped} /> : null}
      {run.refused > 0 && !busy ? <RefusedRows id={run.id} /> : null}
      {run.status === 'CHECKED' && run.unmapped.length === 0 ? <RunButtons run={run} /> : null}
    </div>
  );
}

/** One import: checked first, then written whole, or its good rows only. */
export function ImportPage(): ReactNode {
  const { importId } = useParams({ from: `/inside${paths.importRun}` });
  const answer = useAnswer(
    importDocument,
    { id: importId },
    { lookAgain: (data) => (data?.import && underWay(data.import) ? lookEvery : false) },
  );
  return (
    <Answer of={answer}>{(data) => (data.import ? <Run run={data.import} /> : <NotFoundPage />)}</Answer>
  );
}
