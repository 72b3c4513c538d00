import type { CaseFileData } from '../../cases/case-file-document.ts';
import {
  instantAt,
  partialDateOf,
  recordInput,
  subjectInput,
  sureOf,
  typeOf,
} from '../../cases/case-input.ts';
import { changedParts } from '../../cases/case-values.ts';
import { shapeOf, type CaseTypes } from '../../cases/type-records.ts';
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
  types: CaseTypes,
  before: DraftValues,
  after: DraftValues,
): AmendCaseInput | null {
  const changed = changedParts(before, after);
  changed.delete('reason');
  changed.delete('sure');
  if (changed.size === 0) return null;
  const type = typeOf(after) ?? file.type;
  const shape = shapeOf(types, type);
  const record = shape ? recordInput(shape, after, file.mission.timeZone) : {};
  // The record of another type begins with what is given: all of it goes along.
  if (type !== file.type) for (const part of Object.keys(record)) changed.add(part);
  const whole: Partial<AmendCaseInput> = {
    type,
    hostCountry: textAt(after, 'hostCountry'),
    place: textAt(after, 'place').trim() || null,
    occurred: partialDateOf(after, 'occurred'),
    awareAt: instantAt(after, 'awareAt', file.mission.timeZone) ?? null,
    source: textAt(after, 'source'),
    summary: textAt(after, 'summary').trim(),
    subject: subjectInput(after),
    ...record,
  };
  const sure = sureOf(after);
  const parts = Object.entries(whole).filter(([part]) => changed.has(part));
  return {
    id: file.id,
    version: file.version,
    reason: textAt(after, 'reason').trim() || null,
    ...(sure ? { sure } : {}),
    ...Object.fromEntries(parts),
  };
}

/**
 * Whether something that was said changes, so that a reason is needed; filling in what was not known needs none. The server
 * decides again.
 */
export function changesWhatWasSaid(before: DraftValues, after: DraftValues): boolean {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return paths
    .filter(
      (path) => path !== 'reason' && JSON.stringify(before[path] ?? '') !== JSON.stringify(after[path] ?? ''),
    )
    .some((path) => isKnown(before[wholeOf(path)]));
}

/** A date in parts is known when its year is. */
const wholeOf = (path: string): string => path.replace(/\.(month|day|time)$/, '.year');

function isKnown(value: string | string[] | undefined): boolean {
  return [value ?? []].flat().some((one) => one !== '' && one !== 'UNKNOWN');
}
