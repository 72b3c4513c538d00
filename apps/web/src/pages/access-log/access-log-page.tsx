import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf, ulaanbaatar } from '../../format/zones.ts';
import { graphql, type ResultOf } from '../../graphql/tada.ts';
import { paths } from '../../paths.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { FilterTags, type FilterTag } from '../../ui/filter-tags.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { actWords } from './act-words.ts';
import { DayFilter } from './day-filter.tsx';
import { without } from '../../search-params.ts';
import type { AccessLogSearch as Search } from './access-log-search.ts';
import './access-log.css';

const accessLogDocument = graphql(`
  query AccessLog($filter: AccessLogFilter, $first: Int!, $after: String) {
    accessLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          role
          missionId
          operation
          subjectId
          by {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type LogRow = ResultOf<typeof accessLogDocument>['accessLog']['edges'][number]['node'];
/** The day after, so that the last day of a period is in it whole. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function filterOf({ staff, subject, operation, from, to }: Search) {
  return {
    staffId: staff ?? null,
    subjectId: subject ?? null,
    operation: operation ?? null,
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
      <td data-label={t('case.mission')}>{row.missionId}</td>
      <td>
        <Link to={paths.accessLog} search={{ ...search, operation: row.operation }}>
          {act ? t(act) : <code>{row.operation}</code>}
        </Link>
      </td>
      <td className="log-subject">
        {row.subjectId ? (
          <Link to={paths.accessLog} search={{ ...search, subject: row.subjectId }}>
            <code>{row.subjectId}</code>
          </Link>
        ) : null}
      </td>
    </tr>
  );
}

function Filters({
  search,
  change,
  rows,
}: {
  search: Search;
  change: (next: Search) => void;
  rows: readonly LogRow[];
}): ReactNode {
  const { t } = useTranslation();
  const set = (key: keyof Search, value: string): void => {
    change(value ? { ...search, [key]: value } : without(search, key));
  };
  const named = rows.find(({ by }) => by?.id === search.staff)?.by?.name;
  const tags = (Object.keys(search) as (keyof Search)[]).flatMap((key): FilterTag[] => {
    const act = key === 'operation' && search.operation ? actWords(search.operation) : null;
    const text = key === 'staff' ? (named ?? search.staff) : act ? t(act) : search[key];
    return text ? [{ key, label: `${t(`log.filter.${key}`)}: ${text}`, remove: () => set(key, '') }] : [];
  });
  return (
    <search className="stack">
      <div className="log-filters">
        <DayFilter label={t('log.filter.from')} day={search.from ?? ''} set={(day) => set('from', day)} />
        <DayFilter label={t('log.filter.to')} day={search.to ?? ''} set={(day) => set('to', day)} />
        <p className="soft small">{t('log.filterHint')}</p>
      </div>
      <FilterTags tags={tags} clear={() => change({})} />
    </search>
  );
}

/** Who read or did what, newest first. No case content: only the row's id. */
export function AccessLogPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: `/inside${paths.accessLog}` });
  const navigate = useNavigate();
  const change = (next: Search): void => void navigate({ to: paths.accessLog, search: next, replace: true });
  const list = usePages(
    accessLogDocument,
    { filter: filterOf(search), first: pageSize },
    (data) => data.accessLog,
  );
  return (
    <>
      <PageHead title={t('log.title')} lead={t('log.lead')} />
      <div className="stack">
        <Filters search={search} change={change} rows={list.rows ?? []} />
        {list.error && !list.rows ? <Failure error={list.error} retry={list.again} /> : null}
        {!list.rows && !list.error ? <Waiting /> : null}
        {list.rows ? (
          <>
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
        ) : null}
      </div>
    </>
  );
}
