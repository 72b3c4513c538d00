import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { may, seesAllMissions } from '../../session/permissions.ts';
import { useMe } from '../../session/session.ts';
import { CaseTable } from '../../ui/case-table/case-table.tsx';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { RowKeys } from './row-keys.tsx';
import { worklistDocument } from './worklist-document.ts';
import { WorklistFilters } from './worklist-filters.tsx';
import { filterOf, hashOfText, textOfHash, type WorklistSearch } from './worklist-search.ts';
import './worklist.css';

function Nothing({ filtered, mayFile }: { filtered: boolean; mayFile: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="panel empty">
      <h2>{t(filtered ? 'worklist.noneFound' : 'worklist.none')}</h2>
      <p className="soft">{t(filtered ? 'worklist.noneFoundHint' : 'worklist.noneHint')}</p>
      {mayFile ? <LinkButton to={paths.fileCase}>{t('fileCase.title')}</LinkButton> : null}
    </div>
  );
}

/** The cases of one's own mission (of every mission, for the ministry), newest first, open ones unless asked otherwise. */
export function WorklistPage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const search = useSearch({ from: `/inside${paths.worklist}` });
  const text = textOfHash(useLocation({ select: (location) => location.hash }));
  const navigate = useNavigate();
  const change = (next: WorklistSearch, nextText: string): void => {
    void navigate({ to: paths.worklist, search: next, hash: hashOfText(nextText), replace: true });
  };
  const list = usePages(
    worklistDocument,
    { filter: filterOf(search, text), order: search.order ?? 'NEWEST', first: pageSize },
    (data) => data.worklist,
  );
  const all = seesAllMissions(me);
  const filtered = text !== '' || Object.values(search).some((value) => value !== undefined);
  const mayFile = may(me, 'fileCase');
  return (
    <>
      <PageHead
        eyebrow={all ? t('worklist.allMissions') : me.mission?.label}
        title={t('worklist.title')}
        dense
        actions={
          <>
            {list.rows?.length ? <RowKeys /> : null}
            {mayFile ? (
              <LinkButton to={paths.fileCase} data-key="c">
                {t('fileCase.title')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="stack worklist">
        <WorklistFilters search={search} text={text} change={change} allMissions={all} />
        {list.error && !list.rows ? <Failure error={list.error} retry={list.again} /> : null}
        {!list.rows && !list.error ? <Waiting /> : null}
        {list.rows?.length === 0 ? <Nothing filtered={filtered} mayFile={mayFile} /> : null}
        {list.rows?.length ? (
          <>
            <CaseTable rows={list.rows} caption={t('worklist.title')} />
            {list.error ? <Failure error={list.error} retry={list.more} /> : null}
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
