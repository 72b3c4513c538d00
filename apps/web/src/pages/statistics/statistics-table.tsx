import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../enums.ts';
import { formatMonth } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { paths } from '../../paths.ts';
import type { Crosstab, Line } from './crosstab.ts';
import { isMonth, narrow, type TableQuestion } from './statistics-search.ts';

interface Props {
  crosstab: Crosstab;
  question: TableQuestion;
  /** Whether this person may see the cases behind a figure. */
  drill: boolean;
}

/** A figure; a way to the cases behind it for those who may see them. */
function Figure({
  count,
  question,
  drill,
  of,
}: {
  count: number;
  question: TableQuestion;
  drill: boolean;
  of: string;
}): ReactNode {
  if (count === 0) return <span className="zero">0</span>;
  if (!drill) return formatNumber(count);
  return (
    <Link
      to={paths.statisticsCases}
      search={question}
      className="figure-link"
      aria-label={`${formatNumber(count)}: ${of}`}
      preload={false}
    >
      {formatNumber(count)}
    </Link>
  );
}

/** Labels of a dimension's lines: enums and months are worded here, the rest (unknown months too) by the server. */
export function useLineLabel(): (dimension: Dimension, line: Pick<Line, 'code' | 'label'>) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (dimension, { code, label }) => {
    if (dimension === 'TYPE') return t(`type.${code}`);
    if (dimension === 'SEX') return t(`sex.${code}`);
    return dimension === 'MONTH' && isMonth(code) ? formatMonth(code, language) : label;
  };
}

/** Letters of which two lines of a column's heading have room. */
const twoLines = 22;

/**
 * The heading of a column in two lines at most; a longer one is whole while it has the focus or the mouse, and takes the focus
 * for that alone.
 */
function ColumnLabel({ text }: { text: string }): ReactNode {
  if (text.length <= twoLines) return <span className="column-label">{text}</span>;
  return (
    <span className="column-label column-label-cut" tabIndex={0} title={text}>
      {text}
    </span>
  );
}

/** How strongly a cell is tinted, 0 to 4, by its share of the largest: the figure itself stands in it. */
function heatOf(crosstab: Crosstab, columns: readonly Line[]): (count: number) => number {
  const counts = crosstab.rows.flatMap((row) => columns.map((line) => crosstab.at(row.code, line.code)));
  const most = Math.max(1, ...counts);
  return (count) => (count === 0 ? 0 : Math.ceil((4 * Math.sqrt(count)) / Math.sqrt(most)));
}

/** The cross table with totals of rows and columns. */
export function StatisticsTable({ crosstab, question, drill }: Props): ReactNode {
  const { t } = useTranslation();
  const labelOf = useLineLabel();
  const { row, column } = question;
  // An axis with one value repeats the total: the heading names the value once.
  const only = column !== 'NONE' && crosstab.columns.length === 1 ? crosstab.columns[0] : undefined;
  const columns = column === 'NONE' || only ? [] : crosstab.columns;
  const heat = heatOf(crosstab, columns);
  const inColumn = (base: TableQuestion, code: string): TableQuestion =>
    column === 'NONE' ? base : narrow(base, column, code);
  return (
    <div
      className="table-wrap statistics-wrap"
      role="region"
      aria-label={t('statistics.tableLabel')}
      tabIndex={0}
    >
      <table className="table statistics-table">
        <caption className="visually-hidden">{t('statistics.tableLabel')}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky">
              {t(`dimension.${row}`)}
              {column === 'NONE' ? null : ` × ${t(`dimension.${column}`)}`}
              {only && column !== 'NONE' ? `: ${labelOf(column, only)}` : null}
            </th>
            <th scope="col" className="number total">
              {t('statistics.total')}
            </th>
            {columns.map((line) => (
              <th key={line.code} scope="col" className="number">
                <ColumnLabel text={column === 'NONE' ? '' : labelOf(column, line)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {crosstab.rows.length === 1 ? null : (
            <tr className="total">
              <th scope="row" className="sticky">
                {t('statistics.total')}
              </th>
              <td className="number total">
                <Figure count={crosstab.total} question={question} drill={drill} of={t('statistics.total')} />
              </td>
              {columns.map((line) => (
                <td key={line.code} className="number">
                  <Figure
                    count={line.total}
                    question={inColumn(question, line.code)}
                    drill={drill}
                    of={column === 'NONE' ? '' : labelOf(column, line)}
                  />
                </td>
              ))}
            </tr>
          )}
          {crosstab.rows.map((line) => {
            const ofRow = narrow(question, row, line.code);
            const label = labelOf(row, line);
            return (
              <tr key={line.code}>
                <th scope="row" className="sticky">
                  {label}
                </th>
                <td className="number total">
                  <Figure count={line.total} question={ofRow} drill={drill} of={label} />
                </td>
                {columns.map((other) => (
                  <td key={other.code} className={`number heat-${heat(crosstab.at(line.code, other.code))}`}>
                    <Figure
                      count={crosstab.at(line.code, other.code)}
                      question={inColumn(ofRow, other.code)}
                      drill={drill}
                      of={column === 'NONE' ? label : `${label}, ${labelOf(column, other)}`}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
