import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { useCodeLists } from '../../session/reference.ts';
import { SelectField } from '../../ui/form/fields.tsx';

/** How the case ended: the outcomes of its type. */
export function OutcomeField({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const items = useCodeLists(['OUTCOME']).data?.codeLists[0]?.items ?? [];
  const choices = items
    .filter(({ caseType }) => caseType === null || caseType === file.type)
    .map(({ code, label }) => ({ value: code, label }));
  return <SelectField path="outcome" label={t('field.outcome')} choices={choices} />;
}
