import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../cases/case-file-document.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { When } from '../../ui/when.tsx';
import { EntryChanges, headingOf } from './entry-changes.tsx';

/** Entries that the register writes itself look lighter than what people did. */
const byRegister = new Set(['FILED', 'STATUS_CHANGED', 'CLOSED', 'REOPENED', 'AMENDED']);

export function entryClass({ kind }: Entry): string {
  return byRegister.has(kind) ? 'entry entry-register' : 'entry';
}

/** What an entry says: its parts stand below each other, so that a part may be added without touching the others. */
export function EntryParts({ entry, zone }: { entry: Entry; zone: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
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
      {entry.text ? (
        <p className="entry-text typed" dir="auto">
          {entry.text}
        </p>
      ) : null}
      <p className="soft small">
        {entry.by ? (
          <>
            <bdi>{entry.by.name}</bdi>
            {' · '}
          </>
        ) : null}
        {t('caseFile.recorded')} <When at={entry.recordedAt} zone={zone} />
      </p>
    </>
  );
}
