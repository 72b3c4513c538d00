import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../graphql/errors.ts';
import { useAct } from '../../session/answers.ts';
import { Failure } from '../../ui/failure.tsx';
import { PasswordField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { resetPasswordDocument } from './staff-documents.ts';
import { passwordLength } from './staff-fields.tsx';

/** Gives a person a new password, to be handed over in person; ends the sessions they had. */
export function ResetPassword({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const form = useValues({});
  const resetting = useAct(resetPasswordDocument);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [done, setDone] = useState(false);
  const submit = async (): Promise<void> => {
    const password = textAt(form.values, 'password');
    const short = password.length < passwordLength;
    const message = t('staff.missing.password', { n: passwordLength });
    form.setProblems(short ? [{ field: 'password', message }] : []);
    if (short) return;
    setFailure(null);
    setDone(false);
    try {
      const { resetPassword: result } = await resetting.mutateAsync({ input: { id, password } });
      if (result.__typename === 'Refused') return form.setProblems(problemsOf(result.refusals));
      form.set('password', '');
      setDone(true);
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    }
    return undefined;
  };
  return (
    <section className="panel stack" aria-labelledby="reset-title">
      <h2 id="reset-title">{t('staff.reset')}</h2>
      {failure ? <Failure error={failure} /> : null}
      <Form
        state={form}
        submit={t('staff.resetSubmit')}
        busy={resetting.isPending}
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
