import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StaffRefType } from '#access/api';
import { ConnectionOf, DateScalar, DateTimeScalar } from '#platform/api';
import { CodeItemType, CountryType, MissionType } from '#reference/api';
import { CaseStatusEnum, enumOf } from './enums.js';
import { CASE_TYPES } from '../../records/case-types.js';
import { RecordFields } from '../records/record.types.js';
import { TimelineEntryType } from '../timeline/timeline.types.js';
import { PartialDateType } from './partial-date.type.js';

export const CaseTypeEnum = enumOf(CASE_TYPES);
export const SexEnum = enumOf(['MALE', 'FEMALE', 'OTHER', 'UNKNOWN'] as const);
registerEnumType(CaseTypeEnum, { name: 'CaseType', description: 'What happened.' });
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
