import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, type ResultOf } from '../../graphql/tada.ts';
import { noteUnread } from '../../inbox/unread.ts';
import { paths } from '../../paths.ts';
import { useAct } from '../../session/answers.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { say } from '../../ui/said.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import './inbox.css';

const inboxDocument = graphql(`
  query Inbox($first: Int!, $after: String) {
    inbox(first: $first, after: $after) {
      edges {
        node {
          id
          at
          text
          subjectKind
          subjectId
          reference
          readAt
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

const markReadDocument = graphql(`
  mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input)
  }
`);

type NoticeRow = ResultOf<typeof inboxDocument>['inbox']['edges'][number]['node'];

/** The way to what a notice is about, when there is a page for it. */
function Subject({ notice, opened }: { notice: NoticeRow; opened: () => void }): ReactNode {
  const { t } = useTranslation();
  const { subjectKind, subjectId, reference } = notice;
  if (subjectKind === 'IMPORT' && subjectId) {
    return (
      <Link to={paths.importRun} params={{ importId: subjectId }} onClick={opened}>
        {t('inbox.open')}
      </Link>
    );
  }
  if (subjectKind === 'RIGHTS') {
    return (
      <Link to={paths.rights} onClick={opened}>
        {t('inbox.open')}
      </Link>
    );
  }
  if (subjectKind !== 'CASE' || !reference) return null;
  return (
    <Link to={paths.caseFile} params={{ caseNo: reference }} onClick={opened}>
      {reference}
    </Link>
  );
}

interface Marking {
  busy: boolean;
  /** Without an id: all. */
  mark: (id?: string) => void;
}

function Item({ notice, marking }: { notice: NoticeRow; marking: Marking }): ReactNode {
  const { t } = useTranslation();
  const unread = notice.readAt === null;
  const mark = (): void => {
    if (unread) marking.mark(notice.id);
  };
  return (
    <li className={unread ? 'inbox-item inbox-unread' : 'inbox-item'}>
      <p className="soft small">
        {unread ? <strong className="inbox-new">{t('inbox.new')}</strong> : null} <When at={notice.at} />
      </p>
      <p id={`notice-${notice.id}`}>{notice.text}</p>
      <div className="row">
        <Subject notice={notice} opened={mark} />
        {unread ? (
          <Button
            variant="default"
            size="compact-sm"
            disabled={marking.busy}
            aria-describedby={`notice-${notice.id}`}
            onClick={mark}
          >
            {t('inbox.markRead')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** What this person has been told, newest first. */
export function InboxPage(): ReactNode {
  const { t } = useTranslation();
  const list = usePages(inboxDocument, { first: pageSize }, (data) => data.inbox);
  const act = useAct(markReadDocument);
  const mark = (id?: string): void => {
    // A promise: who opens the notice has left this page before the answer is here.
    act.mutateAsync({ input: { ids: id ? [id] : null } }).then(
      ({ markNoticesRead }) => {
        noteUnread(markNoticesRead);
        if (location.pathname === paths.inbox) say(t('inbox.marked', { count: markNoticesRead }));
      },
      () => undefined, // shown by `act.error`
    );
  };
  const anyUnread = list.rows?.some(({ readAt }) => readAt === null) ?? false;
  return (
    <div className="narrow-page">
      <PageHead
        title={t('inbox.title')}
        lead={t('inbox.lead')}
        actions={
          anyUnread ? (
            <Button variant="default" disabled={act.isPending} onClick={() => mark()}>
              {t('inbox.markAllRead')}
            </Button>
          ) : null
        }
      />
      <div className="stack">
        {act.error ? <Failure error={act.error} /> : null}
        {list.error && !list.rows ? <Failure error={list.error} retry={list.again} /> : null}
        {!list.rows && !list.error ? <Waiting /> : null}
        {list.rows?.length === 0 ? <p className="soft">{t('inbox.empty')}</p> : null}
        {list.rows?.length ? (
          <>
            <ul className="inbox-list">
              {list.rows.map((notice) => (
                <Item key={notice.id} notice={notice} marking={{ busy: act.isPending, mark }} />
              ))}
            </ul>
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
    </div>
  );
}
