import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('CodeItem', { description: 'A code of a list, with its label in the language of the reader.' })
export class CodeItemType {
  @Field(() => ID, { description: 'Stable; unique within its list.' })
  code: string;

  @Field({ description: 'In the language of the reader.' })
  label: string;

  @Field(() => ID, { nullable: true, description: 'The wider code of the same list, if there is one.' })
  parent: string | null;

  @Field({ description: 'Name of the list it belongs to.' })
  list: string;

  @Field(() => String, {
    nullable: true,
    description: 'For a case type: the list from which the cause of such a case comes.',
  })
  causeList: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'For an outcome: the case type it belongs to; null where it fits every type.',
  })
  caseType: string | null;
}

@ObjectType('CodeList', { description: 'A versioned list of codes.' })
export class CodeListType {
  @Field({ description: 'In capitals, e.g. `ICCS`.' })
  name: string;

  @Field({ description: 'Edition of the standard, or of this list.' })
  version: string;

  @Field(() => [CodeItemType], { description: 'The codes that can be chosen today, in their own order.' })
  items: CodeItemType[];
}

@ObjectType('Country', { description: 'A country or territory of ISO 3166-1, or international waters.' })
export class CountryType {
  @Field(() => ID, { description: 'Two letters.' })
  code: string;

  @Field({ description: 'In the language of the reader.' })
  label: string;
}

@ObjectType('Mission', { description: 'A mission abroad, or the consular department in Ulaanbaatar (ULN).' })
export class MissionType {
  @Field(() => ID, { description: 'Three letters, the first part of the references of its cases.' })
  id: string;

  @Field({ description: 'In the language of the reader.' })
  label: string;

  @Field({ description: 'embassy, permanent_mission, consulate_general, consulate or ministry.' })
  kind: string;

  @Field({ description: 'Where it stands.' })
  country: CountryType;

  @Field({ description: 'IANA name, e.g. Asia/Seoul.' })
  timeZone: string;
}
