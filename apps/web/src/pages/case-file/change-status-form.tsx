import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { AreaField, ChoicesField } from '../../ui/form/fields.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { ActPanel } from './act-panel.tsx';
import { changeStatusDocument } from './acts.ts';
import { OutcomeField } from './outcome-field.tsx';
import { useCaseAct } from './use-case-act.ts';

/** Moves the case along its lifecycle; offers only the statuses that the server names. */
export function ChangeStatusForm({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const act = useCaseAct({ document: changeStatusDocument, act: 'status', file, fresh: () => ({}) });
  const { form, send } = act;
  const moves = file.nextStatuses.filter((status) => status !== 'CLOSED' && status !== 'REOPENED');
  const to = moves.find((status) => status === textAt(form.values, 'to'));
  const submit = (): void => {
    form.setProblems(to ? [] : [{ field: 'to', message: t('statusForm.missing.to') }]);
    if (!to) return;
    const text = (path: string): string | null => textAt(form.values, path).trim() || null;
    void send({
      caseId: file.id,
      version: act.version,
      to,
      outcome: text('outcome'),
      reason: text('reason'),
    });
  };
  return (
    <ActPanel
      title={t('caseFile.act.status')}
      submit={t('statusForm.submit')}
      file={file}
      act={act}
      onSubmit={submit}
    >
      <ChoicesField
        path="to"
        label={t('field.to')}
        choices={moves.map((value) => ({
          value,
          label: t(`status.${value}`),
          hint: t(`statusHint.${value}`),
        }))}
      />
      {to === 'RESOLVED' ? <OutcomeField file={file} /> : null}
      <AreaField
        path="reason"
        label={t('field.reason')}
        hint={t(to === 'REJECTED' ? 'statusForm.rejectHint' : 'statusForm.reasonHint')}
        rows={2}
      />
    </ActPanel>
  );
}
