import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import { todayIn, ulaanbaatar } from '../../format/zones.ts';
import { paths } from '../../paths.ts';
import { useAnswer } from '../../session/answers.ts';
import { may } from '../../session/permissions.ts';
import { useMe } from '../../session/session.ts';
import { Answer } from '../../ui/answer.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { When } from '../../ui/when.tsx';
import { BarChart } from './bar-chart.tsx';
import { crosstabOf, type Table } from './crosstab.ts';
import { CsvButton } from './csv-button.tsx';
import { StatisticsControls } from './statistics-controls.tsx';
import { statisticsDocument } from './statistics-documents.ts';
import { filterOf, questionOf, type StatisticsSearch, type TableQuestion } from './statistics-search.ts';
import { StatisticsTable, useLineLabel } from './statistics-table.tsx';
import { useBasisSentence } from './basis-sentence.ts';
import './statistics.css';

function Result({ table, question }: { table: Table; question: TableQuestion }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const sentence = useBasisSentence();
  const labelOf = useLineLabel();
  const crosstab = crosstabOf(table, question.sort !== 'label');
  const { illustrations } = table;
  return (
    <>
      <div className="statistics-said">
        <p>
          <strong className="statistics-total">{formatNumber(table.total)}</strong>{' '}
          {table.basis === 'OPEN_AT_END' && table.to === todayIn(ulaanbaatar).slice(0, 7)
            ? t('statistics.openNow', { count: table.total })
            : sentence(table.basis, table.from, table.to, table.total)}
        </p>
        <p className="soft small">
          {t('statistics.countedAt')} <When at={table.countedAt} />
        </p>
      </div>
      {table.undated ? (
        <p className="small">
          {t('statistics.undated', { count: table.undated, n: formatNumber(table.undated) })}
        </p>
      ) : null}
      <details className="more">
        <summary>{t('statistics.exactly')}</summary>
        <p className="soft small">{table.statement}</p>
      </details>
      {illustrations > 0 ? (
        <p className="notice notice-warning">
          {t('statistics.illustrations', { count: illustrations, n: formatNumber(illustrations) })}
        </p>
      ) : null}
      {crosstab.rows.length === 0 ? (
        <div className="panel empty">
          <h2>{t('statistics.none')}</h2>
          <p className="soft">{t('statistics.noneHint')}</p>
        </div>
      ) : (
        <div className="statistics-columns">
          <StatisticsTable crosstab={crosstab} question={question} drill={may(me, 'statisticsCases')} />
          <BarChart
            lines={crosstab.rows.map((line) => ({ ...line, label: labelOf(question.row, line) }))}
            title={t('statistics.chartTitle', { by: t(`dimensionBy.${question.row}`) })}
          />
        </div>
      )}
    </>
  );
}

/** How many cases, by what: a table with its totals, a chart beside it, and the cases behind each figure. */
export function StatisticsPage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: `/inside${paths.statistics}` });
  const navigate = useNavigate();
  const question = questionOf(search, todayIn(ulaanbaatar));
  const dimensions = question.column === 'NONE' ? [question.row] : [question.row, question.column];
  const answer = useAnswer(statisticsDocument, { dimensions, filter: filterOf(question) });
  const change = (next: StatisticsSearch): void => {
    void navigate({ to: paths.statistics, search: next, replace: true, resetScroll: false });
  };
  return (
    <>
      <PageHead
        title={t('statistics.title')}
        lead={t(may(me, 'statisticsCases') ? 'statistics.lead' : 'statistics.leadNoDrill')}
        actions={<CsvButton question={question} dimensions={dimensions} />}
      />
      <div className="stack">
        <StatisticsControls search={search} question={question} change={change} />
        <Answer of={answer}>{({ statistics }) => <Result table={statistics} question={question} />}</Answer>
        <p className="soft small">
          {t('statistics.address')} <Link to={paths.statistics}>{t('statistics.startOver')}</Link>
        </p>
      </div>
    </>
  );
}
