import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../session/answers.ts';
import { useMe } from '../../session/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf, type Problem } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { say } from '../../ui/said.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { decideRightsDocument, rightsRequestsDocument, type RightsRequestRow } from './rights-documents.ts';

type Rights = RightsRequestRow['was'];

function RightsText({ of }: { of: Rights }): ReactNode {
  const { t } = useTranslation();
  const { role, mission, active } = of;
  return (
    <>
      {t(`role.${role}`)}
      {mission ? ` · ${mission.label}` : ''}
      {active ? null : <span className="soft"> · {t('rights.none')}</span>}
    </>
  );
}

/** What is asked for, in a word. */
function kindOf({ reset, was, asked }: RightsRequestRow) {
  if (reset) return 'rights.resetOf';
  const same = was.role === asked.role && was.mission?.id === asked.mission?.id;
  return !was.active && asked.active && same ? 'rights.return' : 'rights.change';
}

/** Why this person cannot simply say yes. */
function Obstacle({ request }: { request: RightsRequestRow }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  if (request.person.id === me.id) return <p className="soft">{t('rights.ownRights')}</p>;
  if (request.stale) return <p className="soft">{t('rights.stale')}</p>;
  if (request.askedBy.id === me.id) return <p className="soft">{t('rights.ownRequest')}</p>;
  return null;
}

function Decide({ request }: { request: RightsRequestRow }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [last, setLast] = useState(true);
  const { busy, failure, send } = useSending(decideRightsDocument, (refusals) =>
    setProblems(problemsOf(refusals)),
  );
  const decide = async (approve: boolean): Promise<void> => {
    setProblems([]);
    setLast(approve);
    if (await send({ id: request.id, approve }))
      say(t(approve ? 'rights.doneApproved' : 'rights.doneRefused'));
  };
  const own = request.askedBy.id === me.id;
  const { name } = request.person;
  return (
    <div className="stack">
      <ErrorSummary problems={problems} />
      <NotSent failure={failure} busy={busy} again={() => void decide(last)} />
      <Obstacle request={request} />
      <div className="row">
        {request.mayApprove ? (
          <Button
            onClick={() => void decide(true)}
            disabled={busy}
            aria-label={t('rights.approveOf', { name })}
          >
            {t('rights.approve')}
          </Button>
        ) : null}
        {request.mayRefuse ? (
          <Button
            variant="default"
            onClick={() => void decide(false)}
            disabled={busy}
            {...(own ? {} : { 'aria-label': t('rights.refuseOf', { name }) })}
          >
            {t(own ? 'rights.takeBack' : 'rights.refuse')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Item({ request }: { request: RightsRequestRow }): ReactNode {
  const { t } = useTranslation();
  const { person, email, was, asked, askedBy, askedAt, expiresAt, decision, decidedBy, decidedAt } = request;
  return (
    <li className="panel stack">
      <div>
        <h3>
          <bdi>{person.name}</bdi>
        </h3>
        <p className="soft">
          {email} · {t(kindOf(request))}
        </p>
      </div>
      <SummaryList
        rows={[
          { label: t('rights.was'), value: <RightsText of={was} /> },
          ...(request.reset ? [] : [{ label: t('rights.asked'), value: <RightsText of={asked} /> }]),
          {
            label: t('rights.by'),
            value: (
              <>
                {askedBy.name}, <When at={askedAt} />
              </>
            ),
          },
          request.open
            ? { label: t('rights.until'), value: <When at={expiresAt} /> }
            : {
                label: t(`rights.${decision ?? 'LAPSED'}`),
                value: (
                  <>
                    {decidedBy ? `${decidedBy.name}, ` : ''}
                    <When at={decidedAt ?? expiresAt} />
                  </>
                ),
              },
        ]}
      />
      {request.open ? <Decide request={request} /> : null}
    </li>
  );
}

function Listed({ requests }: { requests: readonly RightsRequestRow[] }): ReactNode {
  return (
    <ul className="inbox-list stack">
      {requests.map((request) => (
        <Item key={request.id} request={request} />
      ))}
    </ul>
  );
}

/** Rights that take two people: what waits for a decision, and what was decided. */
export function RightsPage(): ReactNode {
  const { t } = useTranslation();
  const { data, error, refetch } = useAnswer(rightsRequestsDocument, {}, { staleTime: 0 });
  const waiting = data?.rightsRequests.filter(({ open }) => open) ?? [];
  const decided = data?.rightsRequests.filter(({ open }) => !open) ?? [];
  return (
    <div className="narrow-page">
      <PageHead title={t('rights.title')} lead={t('rights.lead')} />
      {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting /> : null}
      {data ? (
        <div className="stack">
          <h2>{t('rights.waiting')}</h2>
          {waiting.length ? (
            <Listed requests={waiting} />
          ) : (
            <p className="soft">{t('rights.nothingWaits')}</p>
          )}
          {decided.length ? (
            <>
              <h2>{t('rights.decided')}</h2>
              <Listed requests={decided} />
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
