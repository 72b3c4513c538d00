import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { requestOnce } from '../../graphql/client.ts';
import { ApiError } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { queryClient } from '../../session/answers.ts';
import { Failure } from '../../ui/failure.tsx';
import { PasswordField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { signInWith } from '../sign-in/sign-in-act.ts';
import { passwordLength } from '../staff/staff-fields.tsx';
import '../sign-in/sign-in.css';
import { heldToken } from './held-token.ts';
import { openInviteDocument, useInviteDocument } from './invite-documents.ts';

interface Owner {
  name: string;
  email: string;
  endsAt: string;
}

/** Sets the password, and signs in with it. */
function useChoosing(token: string, owner: Owner, over: (message: string) => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useValues({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const choose = async (): Promise<void> => {
    const password = textAt(form.values, 'password');
    const short = password.length < passwordLength;
    const same = password === textAt(form.values, 'again');
    form.setProblems([
      ...(short ? [{ field: 'password', message: t('staff.missing.password', { n: passwordLength }) }] : []),
      ...(short || same ? [] : [{ field: 'again', message: t('invite.differ') }]),
    ]);
    if (short || !same) return;
    setBusy(true);
    setFailure(null);
    try {
      const { useInvite: used } = await requestOnce(useInviteDocument, { input: { token, password } });
      if (used.__typename === 'Refused') {
        const [problem] = problemsOf(used.refusals.filter(({ code }) => code === 'INVITE_OVER'));
        if (problem) over(problem.message);
        else form.setProblems(problemsOf(used.refusals));
        return;
      }
      const signedIn = await signInWith(owner.email, password, true);
      queryClient.clear();
      // Where signing in asks for more than a password, its own page does.
      await navigate({ to: 'me' in signedIn ? paths.home : paths.signIn });
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    } finally {
      setBusy(false);
    }
  };
  return { form, busy, failure, choose };
}

function Choose({
  token,
  owner,
  over,
}: {
  token: string;
  owner: Owner;
  over: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { form, busy, failure, choose } = useChoosing(token, owner, over);
  return (
    <>
      <PageHead
        title={t('invite.welcome', { name: owner.name })}
        lead={t('invite.lead')}
        inError={form.problems.length > 0}
      />
      <Form state={form} submit={t('invite.submit')} busy={busy} onSubmit={() => void choose()}>
        {failure ? <Failure error={failure} /> : null}
        <dl className="welcome">
          <dt>{t('invite.name')}</dt>
          <dd>
            <strong>{owner.email}</strong>
          </dd>
        </dl>
        {/* For password managers, which look for a name beside a password. */}
        <input
          className="visually-hidden"
          type="email"
          autoComplete="username"
          value={owner.email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField
          path="password"
          label={t('invite.password')}
          hint={t('invite.passwordHint', { n: passwordLength })}
          autoComplete="new-password"
        />
        <PasswordField path="again" label={t('invite.again')} autoComplete="new-password" />
      </Form>
      <p className="soft small">
        {t('invite.until')} <When at={owner.endsAt} />
      </p>
    </>
  );
}

/** Behind a one-time link: its owner chooses a password, and is signed in. */
export function InvitePage(): ReactNode {
  const { t } = useTranslation();
  const [token] = useState(heldToken);
  const [spent, setSpent] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['invite', token, t('invite.over')], // asked anew when the language changes
    queryFn: async () =>
      (await requestOnce(openInviteDocument, { input: { token: token || '-' } })).openInvite,
    staleTime: Infinity,
    gcTime: 0,
  });
  const refused = data?.__typename === 'Refused' ? problemsOf(data.refusals)[0]?.message : undefined;
  const over = spent ?? refused;
  return (
    <div className="sign-in-card">
      {over ? (
        <>
          <PageHead title={t('invite.over')} lead={over} inError />
          <p>
            <Link to={paths.signIn}>{t('signIn.title')}</Link>
          </p>
        </>
      ) : null}
      {error ? (
        <>
          <PageHead title={t('invite.over')} inError />
          <Failure error={error} retry={() => void refetch()} />
        </>
      ) : null}
      {!data && !error ? <Waiting /> : null}
      {!over && data?.__typename === 'InviteOwner' ? (
        <Choose token={token} owner={data} over={setSpent} />
      ) : null}
    </div>
  );
}
