import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, ulaanbaatar } from '../../format/zones.ts';
import { paths } from '../../paths.ts';
import { without } from '../../search-params.ts';
import { useAnswer } from '../../session/answers.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { actWords } from './act-words.ts';
import { ExportButton } from './export-button.tsx';
import { VerifyButton } from './verify-button.tsx';
import { LogFilters } from './log-filters.tsx';
import { accessLogDocument, caseIdInLogDocument, type LogRow } from './access-log-documents.ts';
import type { AccessLogSearch as Search } from './access-log-search.ts';
import './access-log.css';

/** The day after, so that the last day of a period is in it whole. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function filterOf({ staff, operation, mission, outcome, from, to }: Search, subject: string | undefined) {
  return {
    staffId: staff ?? null,
    subjectId: subject ?? null,
    operation: operation ?? null,
    missionId: mission ?? null,
    refused: outcome ? outcome === 'refused' : null,
    from: from ? instantOf(from, '00:00', ulaanbaatar) : null,
    to: to ? instantOf(dayAfter(to), '00:00', ulaanbaatar) : null,
  };
}

function Row({ row, search }: { row: LogRow; search: Search }): ReactNode {
  const { t } = useTranslation();
  const act = actWords(row.operation);
  return (
    <tr>
      <td className="nowrap">
        <When at={row.at} />
      </td>
      <th scope="row">
        {row.by ? (
          <Link to={paths.accessLog} search={{ ...search, staff: row.by.id }}>
            {row.by.name}
          </Link>
        ) : (
          <span className="soft">{t('log.nobody')}</span>
        )}
      </th>
      <td data-label={t('staff.role')}>{row.role ? t(`role.${row.role}`) : null}</td>
      <td data-label={t('case.mission')}>
        {row.missionId ? (
          <Link to={paths.accessLog} search={{ ...search, mission: row.missionId }}>
            {row.missionId}
          </Link>
        ) : null}
      </td>
      <td>
        <Link to={paths.accessLog} search={{ ...search, operation: row.operation }}>
          {act ? t(act) : <code>{row.operation}</code>}
        </Link>
        {row.refused ? (
          <div className="small log-refused">
            {t('log.refused')} <code>{row.refused.join(', ')}</code>
          </div>
        ) : null}
        {row.shownCount === null ? null : (
          <div className="soft small">{t('log.shown', { count: row.shownCount })}</div>
        )}
      </td>
      <td className="log-subject">
        {row.subjectId ? (
          <Link to={paths.accessLog} search={{ ...without(search, 'case'), subject: row.subjectId }}>
            <code>{row.subjectId}</code>
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

/** The list of one filter. */
function LogList({ search, subject }: { search: Search; subject: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const filter = filterOf(search, subject);
  const list = usePages(accessLogDocument, { filter, first: pageSize }, (data) => data.accessLog);
  if (list.error && !list.rows) return <Failure error={list.error} retry={list.again} />;
  if (!list.rows) return <Waiting />;
  return (
    <>
      <ExportButton filter={filter} caseNo={search.case} />
      <div className="table-wrap">
        <table className="table table-cards">
          <caption className="visually-hidden">{t('log.title')}</caption>
          <thead>
            <tr>
              {(['at', 'who', 'role', 'mission', 'operation', 'subject'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`log.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <Row key={row.id} row={row} search={search} />
            ))}
          </tbody>
        </table>
      </div>
      <More
        shown={list.rows.length}
        total={list.total}
        hasMore={list.hasMore}
        busy={list.busy}
        more={list.more}
      />
    </>
  );
}

/** The list of a case, once its reference is understood; what is none is said. */
function ListOfCase({ search, caseNo }: { search: Search; caseNo: string }): ReactNode {
  // Asking is in the log, under the case: once a visit is enough, since the id never changes.
  const found = useAnswer(caseIdInLogDocument, { caseNo }, { staleTime: Infinity });
  if (found.error) return <Failure error={found.error} />;
  return found.data ? <LogList search={search} subject={found.data.caseIdInLog} /> : <Waiting />;
}

/** Who read or did what, newest first. No case content: only the row's id. */
export function AccessLogPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: `/inside${paths.accessLog}` });
  const navigate = useNavigate();
  const change = (next: Search): void => void navigate({ to: paths.accessLog, search: next, replace: true });
  return (
    <>
      <PageHead title={t('log.title')} lead={t('log.lead')} />
      <div className="stack">
        <VerifyButton />
        <LogFilters search={search} change={change} />
        {search.case ? (
          <ListOfCase search={search} caseNo={search.case} />
        ) : (
          <LogList search={search} subject={search.subject} />
        )}
      </div>
    </>
  );
}
