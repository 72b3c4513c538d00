import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StaffRefType } from '#access/api';
import { ConnectionOf, DateScalar, DateTimeScalar } from '#platform/api';
import { CodeItemType, CountryType, MissionType } from '#reference/api';
import { STATUSES } from '../../file/case-file.lifecycle.js';
import { CASE_TYPES } from '../../records/case-types.js';
import { ENTRY_KINDS } from '../../timeline/timeline-entry.entity.js';
import { RecordFields } from '../records/record.types.js';
import { PartialDateType } from './partial-date.type.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

export const CaseTypeEnum = enumOf(CASE_TYPES);
export const CaseStatusEnum = enumOf(STATUSES);
export const EntryKindEnum = enumOf(ENTRY_KINDS);
export const SexEnum = enumOf(['MALE', 'FEMALE', 'OTHER', 'UNKNOWN'] as const);
registerEnumType(CaseTypeEnum, { name: 'CaseType', description: 'What happened.' });
registerEnumType(CaseStatusEnum, { name: 'CaseStatus', description: 'Where a case stands in its life.' });
registerEnumType(EntryKindEnum, {
  name: 'EntryKind',
  description: 'What an entry of the timeline is about.',
});
registerEnumType(SexEnum, { name: 'Sex', description: 'As recorded.' });

@ObjectType('Person', { description: 'The person a case is about; may be unnamed.' })
export class PersonType {
  @Field(() => ID, { description: 'Stable.' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Own name with the patronymic's initial (Б.Бат), the Latin name when no other is known; null for an unnamed person.",
  })
  displayName: string | null;

  @Field(() => String, { nullable: true, description: 'Clan name (ургийн овог).' })
  clan: string | null;

  @Field(() => String, { nullable: true, description: "Father's or mother's name." })
  patronymic: string | null;

  @Field(() => String, { nullable: true, description: 'Own name.' })
  given: string | null;

  @Field(() => String, { nullable: true, description: 'Surname as in the passport.' })
  latinSurname: string | null;

  @Field(() => String, { nullable: true, description: 'Given name as in the passport.' })
  latinGiven: string | null;

  @Field(() => SexEnum, { description: 'As recorded.' })
  sex: string;

  @Field(() => PartialDateType, { description: 'Day of birth as far as known.' })
  birth: PartialDateType;
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
}

export const TimelineConnection = ConnectionOf(TimelineEntryType, 'Timeline');

@ObjectType('CaseFile', { description: 'One matter of one person.' })
@RecordFields()
export class CaseFileType {
  @Field(() => ID, { description: 'UUIDv7, made by the client that filed it.' })
  id: string;

  @Field({ description: 'Human reference, e.g. SEL-2026-00042.' })
  caseNo: string;

  @Field(() => CaseTypeEnum, { description: 'What happened.' })
  type: string;

  @Field(() => CaseStatusEnum, { description: 'Where it stands.' })
  status: string;

  @Field(() => MissionType, { description: 'The post that follows it.' })
  mission: MissionType;

  @Field(() => CountryType, { description: 'Where it happened.' })
  hostCountry: CountryType;

  @Field(() => String, { nullable: true, description: 'Town or address, as told.' })
  place: string | null;

  @Field(() => PartialDateType, { description: 'When it happened.' })
  occurred: PartialDateType;

  @Field(() => DateTimeScalar, { description: 'When the mission learned of it.' })
  awareAt: string;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  registeredAt: string;

  @Field(() => DateScalar, {
    description: 'Day at the post on which it learned of it: the day the counts use.',
  })
  openedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day at the post on which it was closed or rejected.',
  })
  closedOn: string | null;

  @Field(() => CodeItemType, { nullable: true, description: 'How it ended.' })
  outcome: CodeItemType | null;

  @Field(() => CodeItemType, { description: 'Who told the mission.' })
  source: CodeItemType;

  @Field({ description: 'One line.' })
  summary: string;

  @Field(() => CodeItemType, { description: 'The cause that the counts use.' })
  cause: CodeItemType;

  @Field(() => PersonType, { description: 'Whom it is about.' })
  subject: PersonType;

  @Field(() => StaffRefType, { nullable: true, description: 'Who follows it.' })
  owner: StaffRefType | null;

  @Field(() => TimelineEntryType, { description: 'The newest entry of the timeline.' })
  latestEntry: TimelineEntryType;

  @Field(() => [CaseStatusEnum], { description: 'Where you may move it now, by the lifecycle table.' })
  nextStatuses: string[];

  @Field(() => Int, { description: 'Give it back with a change: a change of an older version is refused.' })
  version: number;

  @Field({ description: 'Fictional, made to illustrate published totals.' })
  illustration: boolean;
}

export const CaseFileConnection = ConnectionOf(CaseFileType, 'CaseFile');
