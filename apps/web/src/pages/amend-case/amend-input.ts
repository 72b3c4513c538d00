import type { CaseFileData } from '../../cases/case-file-document.ts';
import { partialDateOf, recordInput, subjectInput, sureOf } from '../../cases/case-input.ts';
import { changedParts } from '../../cases/case-values.ts';
import type { TypeShape } from '../../cases/type-records.ts';
import { graphql, type VariablesOf } from '../../graphql/tada.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { textAt } from '../../ui/form/form-state.ts';
import { caseActFragment } from '../case-file/acts.ts';

export const amendCaseDocument = graphql(
  `
    mutation AmendCase($input: AmendCaseInput!) {
      act: amendCase(input: $input) {
        ...CaseAct
      }
    }
  `,
  [caseActFragment],
);

export type AmendCaseInput = VariablesOf<typeof amendCaseDocument>['input'];

/** Only what was changed, with the reason and the version that was read; null when nothing was changed. */
export function amendInput(
  file: CaseFileData,
  shape: TypeShape,
  before: DraftValues,
  after: DraftValues,
): AmendCaseInput | null {
  const changed = changedParts(before, after);
  changed.delete('reason');
  changed.delete('sure');
  if (changed.size === 0) return null;
  const whole: Partial<AmendCaseInput> = {
    hostCountry: textAt(after, 'hostCountry'),
    place: textAt(after, 'place').trim() || null,
    occurred: partialDateOf(after, 'occurred'),
    source: textAt(after, 'source'),
    summary: textAt(after, 'summary').trim(),
    subject: subjectInput(after),
    ...recordInput(shape, after, file.mission.timeZone),
  };
  const parts = Object.entries(whole).filter(([part]) => changed.has(part));
  return {
    id: file.id,
    version: file.version,
    reason: textAt(after, 'reason').trim(),
    sure: sureOf(after),
    ...Object.fromEntries(parts),
  };
}
