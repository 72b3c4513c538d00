import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { todayIn } from '../../format/zones.ts';
import { paths } from '../../paths.ts';
import { StatusTag } from '../status-tag.tsx';
import { TypeMark } from '../type-mark.tsx';
import type { CaseRow } from './case-row.ts';
import { silenceOf } from './silence.ts';
import './case-table.css';

/** The columns that tell rows apart: one country or one post in every row says nothing. */
interface Columns {
  country: boolean;
  mission: boolean;
}

function columnsOf(rows: readonly CaseRow[]): Columns {
  const several = (valueOf: (row: CaseRow) => string): boolean => new Set(rows.map(valueOf)).size > 1;
  return { country: several((row) => row.hostCountry.label), mission: several((row) => row.mission.id) };
}

function useDays(): (days: number) => string {
  const { t } = useTranslation();
  return (days) => t('case.age', { count: days, n: formatNumber(days) });
}

function Age({ row }: { row: CaseRow }): ReactNode {
  const days = useDays();
  return days(Math.max(0, daysBetween(row.openedOn, row.closedOn ?? todayIn(row.mission.timeZone))));
}

/** What was written last and how long ago; what waits too long has a shape and a word beside the colour. */
function Latest({ row }: { row: CaseRow }): ReactNode {
  const { t } = useTranslation();
  const days = useDays();
  const silence = silenceOf(row);
  return (
    <span className={`silence silence-${silence.tone}`}>
      {silence.tone === 'quiet' ? null : <span aria-hidden="true">{silence.tone === 'red' ? '▲' : '◆'}</span>}
      <span className="nowrap">
        {silence.tone === 'red' ? t('case.silent', { days: days(silence.days) }) : days(silence.days)}
      </span>
      <span className="soft cut">{t(`entry.${row.latestEntry.kind}`)}</span>
    </span>
  );
}

function Row({ row, columns }: { row: CaseRow; columns: Columns }): ReactNode {
  const { t } = useTranslation();
  const what = `${t(`type.${row.type}`)} · ${row.cause.label}`;
  return (
    <tr className={silenceOf(row).tone === 'red' ? 'case-urgent' : undefined}>
      <td className="case-ref">
        <Link to={paths.caseFile} params={{ caseNo: row.caseNo }} data-row-link>
          {row.caseNo}
        </Link>
        {row.illustration ? <small className="soft">{t('case.illustration')}</small> : null}
      </td>
      <th scope="row" className="case-name cut" title={row.subject.displayName ?? undefined}>
        <bdi>{row.subject.displayName ?? <span className="soft">{t('case.unnamed')}</span>}</bdi>
      </th>
      <td className="case-what cut" title={what}>
        <TypeMark type={row.type} />
        <span className="case-type">{t(`type.${row.type}`)}</span>{' '}
        <span className="soft">{row.cause.label}</span>
      </td>
      {columns.country ? (
        <td className="cut" data-label={t('case.country')} title={row.hostCountry.label}>
          {row.hostCountry.label}
        </td>
      ) : null}
      {columns.mission ? (
        <td className="cut" data-label={t('case.mission')} title={row.mission.label}>
          {row.mission.label}
        </td>
      ) : null}
      <td className="case-status" title={t(`status.${row.status}`)}>
        <StatusTag status={row.status} />
      </td>
      <td className="cut" data-label={t('case.latest')}>
        <Latest row={row} />
      </td>
      <td className="number" data-label={t('case.ageHead')}>
        <Age row={row} />
      </td>
    </tr>
  );
}

/** A list of cases: a line each on a wide page, a card each on a narrow one. What a line cuts off shows when it has the focus. */
export function CaseTable({ rows, caption }: { rows: readonly CaseRow[]; caption: string }): ReactNode {
  const { t } = useTranslation();
  const columns = columnsOf(rows);
  return (
    <div className="table-wrap case-wrap">
      <table className="table table-cards case-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="col-ref">
              {t('case.reference')}
            </th>
            <th scope="col" className="col-name">
              {t('case.name')}
            </th>
            <th scope="col">{t('case.typeAndCause')}</th>
            {columns.country ? (
              <th scope="col" className="col-place">
                {t('case.country')}
              </th>
            ) : null}
            {columns.mission ? (
              <th scope="col" className="col-place">
                {t('case.mission')}
              </th>
            ) : null}
            <th scope="col" className="col-status">
              {t('case.status')}
            </th>
            <th scope="col" className="col-latest">
              {t('case.latest')}
            </th>
            <th scope="col" className="number col-age">
              {t('case.ageHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
