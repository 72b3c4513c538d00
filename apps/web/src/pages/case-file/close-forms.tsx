import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { AreaField } from '../../ui/form/fields.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { ActPanel } from './act-panel.tsx';
import { closeCaseDocument, reopenCaseDocument } from './acts.ts';
import { OutcomeField } from './outcome-field.tsx';
import { useCaseAct } from './use-case-act.ts';

/** Closes the case with its outcome. */
export function CloseForm({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const fresh = () => ({ outcome: file.outcome?.code ?? '' });
  const act = useCaseAct({ document: closeCaseDocument, act: 'close', file, fresh });
  const { form, send } = act;
  const submit = (): void => {
    const text = (path: string): string | null => textAt(form.values, path).trim() || null;
    void send({ caseId: file.id, version: act.version, outcome: text('outcome'), note: text('note') });
  };
  return (
    <ActPanel
      title={t('caseFile.act.close')}
      submit={t('closeForm.submit')}
      file={file}
      act={act}
      onSubmit={submit}
    >
      <OutcomeField file={file} />
      <AreaField path="note" label={t('field.note')} rows={2} />
    </ActPanel>
  );
}

/** Takes a closed or rejected case up again, with the reason. */
export function ReopenForm({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const act = useCaseAct({ document: reopenCaseDocument, act: 'reopen', file, fresh: () => ({}) });
  const { form, send } = act;
  const submit = (): void => {
    const reason = textAt(form.values, 'reason').trim();
    form.setProblems(reason ? [] : [{ field: 'reason', message: t('reopenForm.missing.reason') }]);
    if (reason) void send({ caseId: file.id, version: act.version, reason });
  };
  return (
    <ActPanel
      title={t('caseFile.act.reopen')}
      submit={t('reopenForm.submit')}
      file={file}
      act={act}
      onSubmit={submit}
    >
      <AreaField path="reason" label={t('field.reason')} rows={2} />
    </ActPanel>
  );
}
