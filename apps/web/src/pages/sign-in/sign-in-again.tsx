import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { isBack } from '../../session/ended.ts';
import { leaveFor } from '../../session/leaving.ts';
import { isShared } from '../../session/shared-device.ts';
import type { Me } from '../../session/me.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { PasswordField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { asksForCode, CodeField, codeOf } from './code-field.tsx';
import { signInWith } from './sign-in-act.ts';

/** Its own name: the page beneath may have a password of its own. */
const field = 'session.password';

/** The session has ended: its person signs in over the page, and goes on. Anybody else leaves it for a fresh one. */
export default function SignInAgain({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useValues({});
  const [coded, setCoded] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const signIn = async (): Promise<void> => {
    const password = textAt(form.values, field);
    form.setProblems(password ? [] : [{ field, message: t('signIn.missing.password') }]);
    if (!password) return;
    setBusy(true);
    setFailure(null);
    try {
      const result = await signInWith(me.email, password, isShared(), codeOf(form.values));
      if ('me' in result) {
        isBack();
        await client.invalidateQueries();
        return;
      }
      const coding = asksForCode(result.refusals);
      setCoded(coding);
      if (!coding) form.set(field, '');
      const at = coding ? 'code' : field;
      form.setProblems(problemsOf(result.refusals).map(({ message }) => ({ field: at, message })));
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('signInAgain.title')} covering>
      <p>{t('signInAgain.lead')}</p>
      <p className="dialog-who">
        <strong>{me.name}</strong>
        <span className="soft">{me.email}</span>
      </p>
      {failure ? <Failure error={failure} /> : null}
      <Form
        state={form}
        submit={t('signInAgain.submit')}
        busy={busy}
        onSubmit={() => void signIn()}
        beside={
          <button type="button" className="text-button" onClick={() => leaveFor(paths.signIn)}>
            {t('signInAgain.other')}
          </button>
        }
      >
        {/* For password managers, which look for a name beside a password. */}
        <input
          className="visually-hidden"
          type="email"
          autoComplete="username"
          value={me.email}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <PasswordField path={field} label={t('signIn.password')} autoComplete="current-password" />
        {coded ? <CodeField /> : null}
      </Form>
      <p className="soft small">{t('signInAgain.otherHint')}</p>
    </Dialog>
  );
}
