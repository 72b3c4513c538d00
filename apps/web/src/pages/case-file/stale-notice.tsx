import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { When } from '../../ui/when.tsx';
import type { Since } from './changes-since.ts';
import { EntryChanges, headingOf } from './entry-changes.tsx';

function Change({ entry, zone }: { entry: Since; zone: string }): ReactNode {
  const { t } = useTranslation();
  const mine = entry.by?.id === useMe().id;
  return (
    <li className="stack">
      <p>
        <strong>{mine ? t('stale.you') : entry.by?.name}</strong> · {t(headingOf(entry))} ·{' '}
        <When at={entry.recordedAt} zone={zone} />
      </p>
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
    </li>
  );
}

/** Somebody was quicker: what they changed, beside what was written here, which can be sent again. */
export function StaleNotice({ since, zone }: { since: readonly Since[]; zone: string }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const onlyMe = since.length > 0 && since.every(({ by }) => by?.id === me.id);
  return (
    <section ref={box} className="notice notice-warning stack" aria-labelledby="stale-title" tabIndex={-1}>
      <h2 id="stale-title">{t(onlyMe ? 'stale.titleYou' : 'stale.title')}</h2>
      <ul className="stale-changes">
        {since.map((entry) => (
          <Change key={entry.id} entry={entry} zone={zone} />
        ))}
      </ul>
      <p>{t('stale.remedy')}</p>
    </section>
  );
}
