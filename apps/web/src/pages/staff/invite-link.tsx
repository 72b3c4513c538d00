import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inviteAddress } from '../../paths.ts';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf, type Problem } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { say } from '../../ui/said.tsx';
import { When } from '../../ui/when.tsx';
import {
  askResetDocument,
  endInviteDocument,
  inviteStaffDocument,
  type StaffRow,
} from './staff-documents.ts';

interface Made {
  token: string;
  endsAt: string;
}

/** The link itself, which only this page has, and only now. */
function Link({ made }: { made: Made }): ReactNode {
  const { t } = useTranslation();
  const address = inviteAddress(made.token);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    say(t('invite.copied'));
  };
  return (
    <div className="notice stack" role="status">
      <p>{t('invite.handOver')}</p>
      <TextInput
        id="invite-link"
        label={t('invite.link')}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="soft small">
        {t('invite.until')} <When at={made.endsAt} />
      </p>
      <p>
        <Button variant="default" onClick={() => void copy()}>
          {t('invite.copy')}
        </Button>
      </p>
    </div>
  );
}

function hintFor(row: StaffRow) {
  if (!row.mayInvite) return 'invite.askFirst';
  return row.lastSignInAt ? 'invite.resetHint' : 'invite.firstHint';
}

/** Makes the one-time link behind which a person chooses their password; nobody else ever knows it. */
export function InviteLink({ row }: { row: StaffRow }): ReactNode {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const making = useSending(inviteStaffDocument, (refusals) => setProblems(problemsOf(refusals)));
  const ending = useSending(endInviteDocument, (refusals) => setProblems(problemsOf(refusals)));
  const asking = useSending(askResetDocument, (refusals) => setProblems(problemsOf(refusals)));
  const ask = async (): Promise<void> => {
    setProblems([]);
    if (await asking.send({ id: row.id })) say(t('invite.asked'));
  };
  const make = async (): Promise<void> => {
    setProblems([]);
    const answer = await making.send({ id: row.id });
    if (answer?.__typename === 'Invited') setMade(answer);
  };
  const end = async (): Promise<void> => {
    setProblems([]);
    if (!(await ending.send({ id: row.id }))) return;
    setMade(null);
    say(t('invite.ended'));
  };
  return (
    <section className="panel stack" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
      <p className="soft">{t(hintFor(row))}</p>
      <ErrorSummary problems={problems} />
      <NotSent
        failure={making.failure ?? ending.failure ?? asking.failure}
        busy={making.busy || asking.busy}
        again={() => void (row.mayInvite ? make() : ask())}
      />
      {made ? <Link made={made} /> : null}
      {!made && row.inviteEndsAt ? (
        <p>
          {t('invite.waits')} <When at={row.inviteEndsAt} />
        </p>
      ) : null}
      <div className="row">
        {row.mayInvite ? (
          <Button onClick={() => void make()} loading={making.busy}>
            {t(row.lastSignInAt ? 'invite.reset' : 'invite.make')}
          </Button>
        ) : null}
        {!row.mayInvite && !row.waitsUntil ? (
          <Button variant="default" onClick={() => void ask()} loading={asking.busy}>
            {t('invite.ask')}
          </Button>
        ) : null}
        {row.inviteEndsAt ? (
          <Button variant="default" onClick={() => void end()} loading={ending.busy}>
            {t('invite.end')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
