import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftRestored, WayOut } from '../../drafts/draft-state.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { paths } from '../../paths.ts';
import { TextField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { say } from '../../ui/said.tsx';
import { createStaffDocument } from './staff-documents.ts';
import { roleOf, StaffFields } from './staff-fields.tsx';

/** Gives a person a place in the register: name, e-mail, role and mission; the link for signing in is made on the page after it. */
export function NewStaffPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useDraft({ form: 'staff-new', at: paths.newStaff, fresh: () => ({}) });
  const { busy, failure, send } = useSending(createStaffDocument, (refusals) =>
    form.setProblems(problemsOf(refusals)),
  );
  const create = async (input: Parameters<typeof send>[0]): Promise<void> => {
    const added = await send(input);
    if (!added) return;
    form.drop();
    await navigate({ to: paths.staffMember, params: { staffId: input.id } });
    const waits = added.__typename === 'StaffMember' && added.waitsUntil;
    say(t(waits ? 'staff.addedWaiting' : 'done.staffNew', { name: input.name }));
  };
  const submit = (): void => {
    const name = textAt(form.values, 'name').trim();
    const email = textAt(form.values, 'email').trim();
    const role = roleOf(form.values);
    form.setProblems([
      ...(name ? [] : [{ field: 'name', message: t('staff.missing.name') }]),
      ...(role ? [] : [{ field: 'role', message: t('staff.missing.role') }]),
      ...(email.includes('@') ? [] : [{ field: 'email', message: t('staff.missing.email') }]),
    ]);
    if (!name || !role || !email.includes('@')) return;
    void create({
      id: form.id,
      name,
      email,
      role,
      missionId: textAt(form.values, 'missionId') || null,
    });
  };
  return (
    <div className="narrow-page stack">
      <PageHead title={t('staff.new')} lead={t('staff.twoPeople')} inError={form.problems.length > 0} />
      <DraftRestored of={form} />
      <NotSent failure={failure} busy={busy} again={submit} />
      <div className="panel">
        <Form
          state={form}
          submit={t('staff.create')}
          busy={busy}
          onSubmit={submit}
          beside={<WayOut of={form}>{(text) => <Link to={paths.staff}>{text}</Link>}</WayOut>}
        >
          <StaffFields />
          <TextField path="email" label={t('signIn.email')} type="email" />
        </Form>
      </div>
    </div>
  );
}
