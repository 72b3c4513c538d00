import { useNavigate, useSearch, useRouter } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../drafts/draft.ts';
import { DraftList } from '../../drafts/draft-list.tsx';
import { ownDraftsModule } from '../../drafts/lazily.ts';
import { ApiError } from '../../graphql/errors.ts';
import { currentLanguage, remembered, type Language } from '../../i18n/language.ts';
import { switchLanguage } from '../../i18n/setup.ts';
import { paths } from '../../paths.ts';
import { queryClient } from '../../session/answers.ts';
import { isShared } from '../../session/shared-device.ts';
import type { Me } from '../../session/me.ts';
import { rememberLanguage, whoIsThere } from '../../session/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { PasswordField, TextField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { When } from '../../ui/when.tsx';
import { asksForCode, CodeField, codeOf } from './code-field.tsx';
import { SharedComputer } from './shared-computer.tsx';
import { signInWith } from './sign-in-act.ts';
import './sign-in.css';

/**
 * One language on both sides: a device that has no choice yet takes the one the person chose elsewhere; one that has
 * tells the server, whose copy may fail quietly.
 */
async function agreeOnLanguage(language: Language, chosenHere: boolean): Promise<void> {
  if (language === currentLanguage()) return;
  if (chosenHere) await rememberLanguage().catch(() => undefined);
  else await switchLanguage(language);
}

/** What this person has half-written on this device, each with the way to it. */
function HalfWritten(): ReactNode {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    // Without them the page is whole too: they wait in their forms.
    void ownDraftsModule()
      .then((own) => own.ownDrafts())
      .then(setDrafts, () => undefined);
  }, []);
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts-title">
      <h2 id="drafts-title">{t('draft.waiting', { count: drafts.length, n: drafts.length })}</h2>
      <DraftList drafts={drafts} linked />
    </section>
  );
}

function Welcome({ me, onward }: { me: Me; onward: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="sign-in-card">
      <PageHead title={t('signIn.welcome', { name: me.name })} />
      <dl className="welcome">
        <dt>{t('signIn.actingFor')}</dt>
        <dd>
          <strong>{me.mission?.label ?? t('signIn.noMission')}</strong>
          <span className="soft">{t(`role.${me.role}`)}</span>
        </dd>
        <dt>{t('signIn.previous')}</dt>
        <dd>
          {me.previousSignInAt ? (
            <When at={me.previousSignInAt} {...(me.mission ? { zone: me.mission.timeZone } : {})} />
          ) : (
            t('signIn.first')
          )}
        </dd>
      </dl>
      <p className="soft small">{t('signIn.previousHint')}</p>
      <HalfWritten />
      <Button onClick={onward} data-autofocus autoFocus>
        {t('signIn.onward')}
      </Button>
    </div>
  );
}

/** Sign-in by e-mail and password; then says for which post one acts, and when one was here before. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const { next } = useSearch({ from: paths.signIn });
  const navigate = useNavigate();
  const router = useRouter();
  const form = useValues({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [me, setMe] = useState<Me | null>(null);
  const [coded, setCoded] = useState(false);
  const [shared, setShared] = useState(isShared);
  // Read when the page opens: switching the language on this page is a choice too.
  const [chosenHere] = useState(() => remembered() !== null);

  const signIn = async (): Promise<void> => {
    const email = textAt(form.values, 'email').trim();
    const typed = { email, password: textAt(form.values, 'password') };
    const missing = (['email', 'password'] as const).filter((field) => typed[field] === '');
    form.setProblems(missing.map((field) => ({ field, message: t(`signIn.missing.${field}`) })));
    if (missing.length) return;
    setBusy(true);
    setFailure(null);
    try {
      const result = await signInWith(typed.email, typed.password, shared, codeOf(form.values));
      if ('refusals' in result) {
        if (!asksForCode(result.refusals)) form.set('password', '');
        setCoded(asksForCode(result.refusals));
        form.setProblems(problemsOf(result.refusals));
        return;
      }
      await agreeOnLanguage(result.me.language, chosenHere);
      queryClient.clear();
      setMe(await whoIsThere());
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    } finally {
      setBusy(false);
    }
  };

  const onward = (): void => {
    if (next) router.history.push(next);
    else void navigate({ to: paths.home });
  };
  if (me) return <Welcome me={me} onward={onward} />;
  return (
    <div className="sign-in-card">
      <PageHead title={t('signIn.title')} lead={t('signIn.lead')} inError={form.problems.length > 0} />
      <Form state={form} submit={t('signIn.submit')} busy={busy} onSubmit={() => void signIn()}>
        {failure ? <Failure error={failure} /> : null}
        <TextField path="email" label={t('signIn.email')} type="email" autoComplete="username" />
        <PasswordField path="password" label={t('signIn.password')} autoComplete="current-password" />
        {coded ? <CodeField /> : null}
        <SharedComputer shared={shared} change={setShared} />
      </Form>
      <p className="soft small">{t('signIn.help')}</p>
    </div>
  );
}
