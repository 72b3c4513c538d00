import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { resetPasswordDocument } from './staff-documents.ts';
import { passwordLength } from './staff-fields.tsx';

/** Gives a person a new password, to be handed over in person; ends the sessions they had. */
export function ResetPassword({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const form = useValues({});
  const [done, setDone] = useState(false);
  const { busy, failure, send } = useSending(resetPasswordDocument, (refusals) =>
    form.setProblems(problemsOf(refusals)),
  );
  const submit = async (): Promise<void> => {
    const password = textAt(form.values, 'password');
    const short = password.length < passwordLength;
    const message = t('staff.missing.password', { n: passwordLength });
    form.setProblems(short ? [{ field: 'password', message }] : []);
    setDone(false);
    if (short || !(await send({ id, password }))) return;
    form.set('password', '');
    setDone(true);
  };
  return (
    <section className="panel stack" aria-labelledby="reset-title">
      <h2 id="reset-title">{t('staff.reset')}</h2>
      <NotSent failure={failure} busy={busy} again={() => void submit()} />
      <Form
        state={form}
        submit={t('staff.resetSubmit')}
        busy={busy}
        onSubmit={() => void submit()}
        beside={
          <span className="save-state" role="status">
            {done ? t('staff.resetDone') : ''}
          </span>
        }
      >
        <PasswordField
          path="password"
          label={t('staff.newPassword')}
          hint={t('staff.passwordHint', { n: passwordLength })}
          autoComplete="new-password"
        />
      </Form>
    </section>
  );
}
