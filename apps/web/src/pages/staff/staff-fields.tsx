import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../enums.ts';
import { useMissions } from '../../session/reference.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { SelectField, TextField } from '../../ui/form/fields.tsx';
import { textAt } from '../../ui/form/form-state.ts';

/** Shortest password that the form sends; the server decides in the end. */
export const passwordLength = 12;

/** The role chosen in a form. */
export function roleOf(values: DraftValues): Role | undefined {
  return roles.find((role) => role === textAt(values, 'role'));
}

/** Name, role and mission of a person. */
export function StaffFields(): ReactNode {
  const { t } = useTranslation();
  const missions = useMissions();
  return (
    <>
      <TextField path="name" label={t('staff.name')} />
      <SelectField
        path="role"
        label={t('staff.role')}
        choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <SelectField
        path="missionId"
        label={t('case.mission')}
        hint={t('staff.missionHint')}
        none={t('staff.noMission')}
        choices={missions.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  );
}
