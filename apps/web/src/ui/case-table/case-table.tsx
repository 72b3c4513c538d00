import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, formatDate } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { todayIn, wallClock } from '../../format/zones.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { paths } from '../../paths.ts';
import { StatusTag } from '../status-tag.tsx';
import type { CaseRow } from './case-row.ts';
import './case-table.css';

function Age({ row }: { row: CaseRow }): ReactNode {
  const { t } = useTranslation();
  const days = Math.max(0, daysBetween(row.openedOn, row.closedOn ?? todayIn(row.mission.timeZone)));
  return t('case.age', { count: days, n: formatNumber(days) });
}

function Row({ row, withMission }: { row: CaseRow; withMission: boolean }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <td className="case-ref">
        <Link to={paths.caseFile} params={{ caseNo: row.caseNo }} data-row-link>
          {row.caseNo}
        </Link>
        {row.illustration ? <small className="soft">{t('case.illustration')}</small> : null}
      </td>
      <th scope="row" className="case-name">
        {row.subject.displayName ?? <span className="soft">{t('case.unnamed')}</span>}
      </th>
      <td data-label={t('case.type')}>
        <div className="case-what">
          <span>{t(`type.${row.type}`)}</span>
          <span className="soft">{row.cause.label}</span>
        </div>
      </td>
      <td data-label={t('case.country')}>{row.hostCountry.label}</td>
      {withMission ? <td data-label={t('case.mission')}>{row.mission.label}</td> : null}
      <td>
        <StatusTag status={row.status} />
      </td>
      <td data-label={t('case.latest')}>
        <div className="case-what">
          <span>{t(`entry.${row.latestEntry.kind}`)}</span>
          <span className="soft nowrap">
            {formatDate(wallClock(row.latestEntry.at, row.mission.timeZone).date, language)}
          </span>
        </div>
      </td>
      <td className="number" data-label={t('case.ageHead')}>
        <Age row={row} />
      </td>
    </tr>
  );
}

interface Props {
  rows: readonly CaseRow[];
  caption: string;
  withMission: boolean;
}

/** A list of cases: a real table on a wide page, cards on a narrow one. */
export function CaseTable({ rows, caption, withMission }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="table-wrap">
      <table className="table table-cards case-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('case.reference')}</th>
            <th scope="col">{t('case.name')}</th>
            <th scope="col">{t('case.typeAndCause')}</th>
            <th scope="col">{t('case.country')}</th>
            {withMission ? <th scope="col">{t('case.mission')}</th> : null}
            <th scope="col">{t('case.status')}</th>
            <th scope="col">{t('case.latest')}</th>
            <th scope="col" className="number">
              {t('case.ageHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} withMission={withMission} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
