import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseFileDocument, type CaseFileData, type Entry } from '../../cases/case-file-document.ts';
import { formatNumber } from '../../format/numbers.ts';
import { request } from '../../graphql/client.ts';
import { ApiError } from '../../graphql/errors.ts';
import { Failure } from '../../ui/failure.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { When } from '../../ui/when.tsx';
import { EntryChanges, headingOf } from './entry-changes.tsx';

/** Entries that the register writes itself look lighter than what people did. */
const byRegister = new Set(['FILED', 'STATUS_CHANGED', 'CLOSED', 'REOPENED', 'AMENDED']);

function TimelineEntry({ entry, zone }: { entry: Entry; zone: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className={byRegister.has(entry.kind) ? 'entry entry-register' : 'entry'}>
      <div className="entry-head">
        <h3>{t(headingOf(entry))}</h3>
        <span className="entry-at">
          <When at={entry.at} zone={zone} />
        </span>
      </div>
      {entry.fromStatus && entry.toStatus ? (
        <p className="row">
          <StatusTag status={entry.fromStatus} />
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">{t('caseFile.to')}</span>
          <StatusTag status={entry.toStatus} />
        </p>
      ) : null}
      <EntryChanges entry={entry} zone={zone} />
      {entry.text ? <p className="entry-text">{entry.text}</p> : null}
      <p className="soft small">
        {entry.by ? `${entry.by.name} · ` : ''}
        {t('caseFile.recorded')} <When at={entry.recordedAt} zone={zone} />
      </p>
    </li>
  );
}

/** What happened and what was done, newest first, with the time of the event and the time of its recording. */
export function Timeline({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const { timeline, mission, caseNo } = file;
  const [older, setOlder] = useState<{ entries: Entry[]; cursor: string | null }>();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const cursor = older ? older.cursor : timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null;
  const more = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { caseFile } = await request(caseFileDocument, { caseNo, first: 100, after: cursor });
      const next = caseFile?.timeline;
      setOlder({
        entries: [...(older?.entries ?? []), ...(next?.edges.map(({ node }) => node) ?? [])],
        cursor: next?.pageInfo.hasNextPage ? next.pageInfo.endCursor : null,
      });
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    } finally {
      setBusy(false);
    }
  };
  const entries = [...timeline.edges.map(({ node }) => node), ...(older?.entries ?? [])];
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">
        {t('caseFile.timeline')} <span className="soft small">{formatNumber(timeline.totalCount)}</span>
      </h2>
      <ol className="timeline">
        {entries.map((entry) => (
          <TimelineEntry key={entry.id} entry={entry} zone={mission.timeZone} />
        ))}
      </ol>
      {failure ? <Failure error={failure} /> : null}
      {cursor ? (
        <Button variant="default" size="sm" loading={busy} onClick={() => void more()}>
          {t('list.more')}
        </Button>
      ) : null}
    </section>
  );
}
