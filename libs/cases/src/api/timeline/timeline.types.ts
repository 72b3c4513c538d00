import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StaffRefType } from '#access/api';
import { ConnectionOf, DateTimeScalar } from '#platform/api';
import { CodeItemType } from '#reference/api';
import { SAID_KINDS } from '../../timeline/field-change.js';
import { ENTRY_KINDS } from '../../timeline/timeline-entry.entity.js';
import { CaseStatusEnum, enumOf } from '../file/enums.js';
import { PrecisionEnum } from '../file/partial-date.type.js';

export const EntryKindEnum = enumOf(ENTRY_KINDS);
registerEnumType(EntryKindEnum, {
  name: 'EntryKind',
  description: 'What an entry of the timeline is about.',
});
const SaidKindEnum = enumOf(SAID_KINDS);
registerEnumType(SaidKindEnum, {
  name: 'SaidKind',
  description: 'How what a field said is to be shown.',
  valuesMap: {
    TEXT: { description: 'As it is.' },
    CODE: { description: 'One code or several: `text` is their labels.' },
    NUMBER: { description: 'Decimal, with a point.' },
    MONEY: { description: 'Decimal, then the currency by ISO 4217.' },
    COUNTRY: { description: 'A country: `text` is its label.' },
    CHOICE: { description: 'A value of an enum: the type of case, a sex, yes or no.' },
    DATE: { description: 'YYYY-MM-DD, with `precision`.' },
    INSTANT: { description: 'ISO 8601, in UTC.' },
  },
});

@ObjectType('SaidValue', { description: 'What a field said.' })
export class SaidValueType {
  @Field({ description: "For people, in the reader's language where it is words of a list; see SaidKind." })
  text: string;

  @Field(() => PrecisionEnum, { nullable: true, description: 'Of a date: how exactly it was known.' })
  precision: string | null;
}

@ObjectType('FieldChange', { description: 'One field that was corrected or filled in.' })
export class FieldChangeType {
  @Field({ description: 'Path as in the inputs, e.g. "detention.offence".' })
  field: string;

  @Field(() => SaidKindEnum, { description: 'How the values are to be shown.' })
  kind: string;

  @Field(() => SaidValueType, { nullable: true, description: 'Before; null when it was not known.' })
  before: SaidValueType | null;

  @Field(() => SaidValueType, { nullable: true, description: 'Since; null when it was taken away.' })
  after: SaidValueType | null;

  @Field({
    description:
      'False for corrections of before 28 November 2026, of which only what was there before was kept.',
  })
  afterIsKept: boolean;
}

@ObjectType('TimelineEntry', { description: 'What happened, or was done. Never changed afterwards.' })
export class TimelineEntryType {
  @Field(() => ID, { description: 'Stable; client-made for typed entries.' })
  id: string;

  @Field(() => EntryKindEnum, { description: 'What it is about.' })
  kind: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: string;

  @Field(() => DateTimeScalar, { description: 'When the register learned of it.' })
  recordedAt: string;

  @Field(() => StaffRefType, { nullable: true, description: 'Who recorded it; null for an import.' })
  by: StaffRefType | null;

  @Field(() => String, { nullable: true, description: 'The note, or the reason.' })
  text: string | null;

  @Field(() => CaseStatusEnum, { nullable: true, description: 'Before, for a move.' })
  fromStatus: string | null;

  @Field(() => CaseStatusEnum, { nullable: true, description: 'After, for a move.' })
  toStatus: string | null;

  @Field(() => CodeItemType, {
    nullable: true,
    description: 'How the case ended; of a move after which it goes on, how it had ended until then.',
  })
  outcome: CodeItemType | null;

  @Field(() => [FieldChangeType], { description: 'For AMENDED: each field that was corrected or filled in.' })
  changes: FieldChangeType[];
}

export const TimelineConnection = ConnectionOf(TimelineEntryType, 'Timeline');
