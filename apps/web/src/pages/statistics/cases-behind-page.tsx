import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import { todayIn, ulaanbaatar } from '../../format/zones.ts';
import { paths } from '../../paths.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { CaseTable } from '../../ui/case-table/case-table.tsx';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { FilterTags } from '../../ui/filter-tags.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useBasisSentence } from './basis-sentence.ts';
import { statisticsCasesDocument } from './statistics-documents.ts';
import { filterOf, questionOf } from './statistics-search.ts';
import { useStatisticsTags } from './use-statistics-tags.ts';

/** The cases behind a figure: as many as the figure says. */
export function CasesBehindPage(): ReactNode {
  const { t } = useTranslation();
  const search = useSearch({ from: `/inside${paths.statisticsCases}` });
  const navigate = useNavigate();
  const question = questionOf(search, todayIn(ulaanbaatar));
  const sentence = useBasisSentence();
  const list = usePages(
    statisticsCasesDocument,
    { filter: filterOf(question), first: pageSize },
    (data) => data.statisticsCases,
  );
  const change = (next: typeof search): void => {
    void navigate({ to: paths.statisticsCases, search: next, replace: true });
  };
  const tags = useStatisticsTags(search, change);
  const { basis, from, to } = question;
  return (
    <>
      <PageHead
        eyebrow={
          <Link to={paths.statistics} search={search}>
            {t('statistics.back')}
          </Link>
        }
        title={t('statistics.casesBehind')}
        lead={list.rows ? `${formatNumber(list.total)} ${sentence(basis, from, to, list.total)}` : null}
      />
      <div className="stack">
        <FilterTags tags={tags} clear={() => change({ basis, from, to })} />
        {list.error && !list.rows ? <Failure error={list.error} retry={list.again} /> : null}
        {!list.rows && !list.error ? <Waiting /> : null}
        {list.rows ? (
          <>
            <CaseTable rows={list.rows} caption={t('statistics.casesBehind')} />
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
