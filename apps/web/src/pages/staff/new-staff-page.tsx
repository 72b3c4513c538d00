import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidv7 } from '../../format/uuid.ts';
import { ApiError } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { useAct } from '../../session/answers.ts';
import { Failure } from '../../ui/failure.tsx';
import { PasswordField, TextField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { createStaffDocument } from './staff-documents.ts';
import { passwordLength, roleOf, StaffFields } from './staff-fields.tsx';

/** Gives a person a place in the register: name, e-mail, role, mission and a first password. */
export function NewStaffPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useValues({});
  const creating = useAct(createStaffDocument);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [id] = useState(() => uuidv7());

  const create = async (input: Parameters<typeof creating.mutateAsync>[0]['input']): Promise<void> => {
    setFailure(null);
    try {
      const { createStaff: result } = await creating.mutateAsync({ input });
      if (result.__typename === 'Refused') form.setProblems(problemsOf(result.refusals));
      else await navigate({ to: paths.staff });
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    }
  };
  const submit = (): void => {
    const name = textAt(form.values, 'name').trim();
    const email = textAt(form.values, 'email').trim();
    const password = textAt(form.values, 'password');
    const role = roleOf(form.values);
    form.setProblems([
      ...(name ? [] : [{ field: 'name', message: t('staff.missing.name') }]),
      ...(role ? [] : [{ field: 'role', message: t('staff.missing.role') }]),
      ...(email.includes('@') ? [] : [{ field: 'email', message: t('staff.missing.email') }]),
      ...(password.length >= passwordLength
        ? []
        : [{ field: 'password', message: t('staff.missing.password', { n: passwordLength }) }]),
    ]);
    if (!name || !role || !email.includes('@') || password.length < passwordLength) return;
    void create({ id, name, email, role, password, missionId: textAt(form.values, 'missionId') || null });
  };
  return (
    <div className="narrow-page stack">
      <PageHead title={t('staff.new')} inError={form.problems.length > 0} />
      {failure ? <Failure error={failure} /> : null}
      <div className="panel">
        <Form
          state={form}
          submit={t('staff.create')}
          busy={creating.isPending}
          onSubmit={submit}
          beside={<Link to={paths.staff}>{t('form.cancel')}</Link>}
        >
          <StaffFields />
          <TextField path="email" label={t('signIn.email')} type="email" />
          <PasswordField
            path="password"
            label={t('staff.firstPassword')}
            hint={t('staff.passwordHint', { n: passwordLength })}
            autoComplete="new-password"
          />
        </Form>
      </div>
    </div>
  );
}
