import { Link, useParams } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftRestored, DraftState } from '../../drafts/draft-state.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { paths } from '../../paths.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { Failure } from '../../ui/failure.tsx';
import { ChoicesField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { say } from '../../ui/said.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { NotFoundPage } from '../problems/not-found-page.tsx';
import { InviteLink } from './invite-link.tsx';
import { staffDocument, updateStaffDocument, type StaffRow } from './staff-documents.ts';
import { roleOf, StaffFields } from './staff-fields.tsx';

function EditForm({ row }: { row: StaffRow }): ReactNode {
  const { t } = useTranslation();
  const fresh = () => ({
    name: row.name,
    role: row.role,
    missionId: row.mission?.id ?? '',
    active: row.active ? 'yes' : 'no',
  });
  const form = useDraft({ form: `staff:${row.id}`, fresh });
  const { busy, failure, send } = useSending(updateStaffDocument, (refusals) =>
    form.setProblems(problemsOf(refusals)),
  );
  const submit = async (): Promise<void> => {
    const name = textAt(form.values, 'name').trim();
    form.setProblems(name ? [] : [{ field: 'name', message: t('staff.missing.name') }]);
    if (!name) return;
    const saved = await send({
      id: row.id,
      version: row.version,
      name,
      role: roleOf(form.values) ?? row.role,
      missionId: textAt(form.values, 'missionId') || null,
      active: textAt(form.values, 'active') === 'yes',
    });
    if (!saved) return;
    form.drop();
    say(t(saved.__typename === 'StaffMember' && saved.waitsUntil ? 'staff.savedWaiting' : 'staff.saved'));
  };
  return (
    <section className="panel stack" aria-label={t('staff.edit')}>
      <DraftRestored of={form} />
      <NotSent failure={failure} busy={busy} again={() => void submit()} />
      <Form
        state={form}
        submit={t('staff.save')}
        busy={busy}
        onSubmit={() => void submit()}
        beside={<DraftState of={form} />}
      >
        <StaffFields />
        <ChoicesField
          path="active"
          label={t('staff.state')}
          choices={[
            { value: 'yes', label: t('staff.active'), hint: t('staff.activeHint') },
            { value: 'no', label: t('staff.inactive'), hint: t('staff.inactiveHint') },
          ]}
        />
      </Form>
    </section>
  );
}

/** One person's place in the register: change it, end it, or make a link for signing in. */
export function StaffMemberPage(): ReactNode {
  const { t } = useTranslation();
  const { staffId } = useParams({ from: `/inside${paths.staffMember}` });
  const list = usePages(staffDocument, { first: pageSize }, (data) => data.staff);
  const row = list.rows?.find(({ id }) => id === staffId);
  // The schema lists staff; a person further down the list is looked for page by page.
  const { hasMore, busy, more } = list;
  useEffect(() => {
    if (!row && hasMore && !busy) more();
  }, [row, hasMore, busy, more]);
  if (!row && list.error) return <Failure error={list.error} retry={list.again} />;
  if (!row && (!list.rows || hasMore)) return <Waiting />;
  if (!row) return <NotFoundPage />;
  return (
    <div className="narrow-page stack">
      <PageHead
        eyebrow={<Link to={paths.staff}>{t('staff.title')}</Link>}
        title={row.name}
        lead={`${row.email} · ${t(`role.${row.role}`)}`}
      />
      {row.waitsUntil ? (
        <p className="notice">
          {t('staff.waits')} <When at={row.waitsUntil} />
        </p>
      ) : null}
      <EditForm key={row.version} row={row} />
      {row.active ? <InviteLink row={row} /> : null}
    </div>
  );
}
