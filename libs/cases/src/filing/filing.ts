import type { CaseType, RecordName } from '../records/case-types.js';
import type { RecordInput } from '../records/record-shape.js';
import type { PartialDate } from '../file/dates.rules.js';
import type { NameParts } from '../people/names.rules.js';

export type { RecordInput } from '../records/record-shape.js';

export interface PersonInput extends NameParts {
  /** UNKNOWN when left out. */
  sex?: string | null;
  birth?: PartialDate | null;
}

/** What a case says beyond its reference and status; all of it can be corrected later. */
export interface CaseContent extends Partial<Record<RecordName, RecordInput | null>> {
  hostCountry: string;
  place?: string | null;
  occurred: PartialDate;
  source: string;
  summary: string;
  cause?: string | null;
  subject: PersonInput;
  /** Paths of fields whose unlikely values were looked at again and are right. Asked for once, kept nowhere. */
  sure?: readonly string[] | null;
}

/** A filing as it arrives. */
export interface Filing extends CaseContent {
  /** Client-made UUIDv7. */
  id: string;
  type: CaseType;
  missionId?: string | null;
  awareAt: string;
}
