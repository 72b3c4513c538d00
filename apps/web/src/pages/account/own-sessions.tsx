import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useAnswer } from '../../session/answers.ts';
import { useMe } from '../../session/session.ts';
import { Answer } from '../../ui/answer.tsx';
import { Failure } from '../../ui/failure.tsx';
import { say } from '../../ui/said.tsx';
import { When } from '../../ui/when.tsx';
import { endSessionsDocument, ownSessionsDocument, type OwnSession } from './account-documents.ts';

interface RowProps {
  session: OwnSession;
  busy: boolean;
  end: () => void;
}

function Row({ session, busy, end }: RowProps): ReactNode {
  const { t } = useTranslation();
  const zone = useMe().mission?.timeZone;
  const when = (at: string): ReactNode => <When at={at} {...(zone ? { zone } : {})} />;
  const device = session.device ?? t(`account.kind.${session.kind}`);
  return (
    <li className="session-item">
      <p id={`session-${session.id}`}>
        <strong>{device}</strong>
        {session.here ? <span className="session-here">{t('account.here')}</span> : null}
      </p>
      <dl className="session-facts">
        <dt>{t('account.startedAt')}</dt>
        <dd>{when(session.startedAt)}</dd>
        <dt>{t('account.lastSeenAt')}</dt>
        <dd>{when(session.lastSeenAt)}</dd>
        <dt>{t('account.network')}</dt>
        <dd>{session.network ?? t('account.unknown')}</dd>
      </dl>
      {session.here ? null : (
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-describedby={`session-${session.id}`}
          onClick={end}
        >
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}

/** Where one is signed in, and the end of any of it. */
export function OwnSessions(): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer(ownSessionsDocument, {});
  const act = useAct(endSessionsDocument);
  const end = (id?: string): void => {
    act.mutateAsync({ id: id ?? null }).then(
      ({ endSessions }) => say(t('account.ended', { count: endSessions.ended })),
      () => undefined, // shown by `act.error`
    );
  };
  return (
    <section className="panel stack" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('account.sessions')}</h2>
      <p className="soft small">{t('account.sessionsHint')}</p>
      {act.error ? <Failure error={act.error} /> : null}
      <Answer of={answer}>
        {({ ownSessions }) => (
          <>
            <ul className="session-list">
              {ownSessions.map((session) => (
                <Row key={session.id} session={session} busy={act.isPending} end={() => end(session.id)} />
              ))}
            </ul>
            {ownSessions.length > 1 ? (
              <div>
                <Button variant="default" disabled={act.isPending} onClick={() => end()}>
                  {t('account.endOthers')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Answer>
    </section>
  );
}
