import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/session.ts';
import { PasswordField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { changePasswordDocument } from './account-documents.ts';

const fields = ['current', 'next'] as const;

/** One's own password, in place of the one that is asked for. */
export function OwnPassword(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const form = useValues({});
  const [done, setDone] = useState(false);
  const { busy, failure, send } = useSending(changePasswordDocument, (refusals) =>
    form.setProblems(problemsOf(refusals)),
  );
  const submit = async (): Promise<void> => {
    const typed = { current: textAt(form.values, 'current'), next: textAt(form.values, 'next') };
    const missing = fields.filter((field) => typed[field] === '');
    form.setProblems(missing.map((field) => ({ field, message: t(`account.missing.${field}`) })));
    setDone(false);
    if (missing.length || !(await send(typed))) return;
    for (const field of fields) form.set(field, '');
    setDone(true);
  };
  return (
    <section className="panel stack" aria-labelledby="password-title">
      <h2 id="password-title">{t('account.password')}</h2>
      <NotSent failure={failure} busy={busy} again={() => void submit()} />
      <Form
        state={form}
        submit={t('account.changePassword')}
        busy={busy}
        onSubmit={() => void submit()}
        beside={
          <span className="save-state" role="status">
            {done ? t('account.passwordChanged') : ''}
          </span>
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
        <PasswordField path="current" label={t('account.current')} autoComplete="current-password" />
        <PasswordField
          path="next"
          label={t('account.next')}
          hint={t('account.nextHint')}
          autoComplete="new-password"
        />
      </Form>
    </section>
  );
}
