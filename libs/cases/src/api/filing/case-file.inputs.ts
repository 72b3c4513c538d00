import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DateTimeScalar, PlainText } from '#platform/api';
import { CaseTypeEnum, SexEnum } from '../file/case-file.types.js';
import { PartialDateInput } from '../file/partial-date.type.js';
import { RecordInputs } from '../records/record.inputs.js';

const name = (description: string) =>
  applyDecorators(
    Field(() => String, { nullable: true, description }),
    IsOptional(),
    PlainText(100),
  );
const nested = (type: () => NestType, description: string) =>
  applyDecorators(Field(type, { nullable: true, description }), IsOptional(), ValidateNested(), Type(type));

@InputType({ description: 'Who, as known; a person may be unnamed.' })
export class PersonInput {
  @name('Clan name (ургийн овог).') clan?: string | null;
  @name("Father's or mother's name.") patronymic?: string | null;
  @name('Own name.') given?: string | null;
  @name('Surname as in the passport.') latinSurname?: string | null;
  @name('Given name as in the passport.') latinGiven?: string | null;

  // Without a default: in a correction, what is left out stays as it is.
  @Field(() => SexEnum, {
    nullable: true,
    description: 'As recorded; UNKNOWN for a new person when left out.',
  })
  sex?: string | null;

  @nested(() => PartialDateInput, 'Day of birth as far as known.')
  birth?: PartialDateInput | null;
}

/** One field for each type's record. */
@InputType({ isAbstract: true })
@RecordInputs()
class RecordsInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Fields whose unlikely values (UNLIKELY_…) were looked at again and are right.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @PlainText(100, { each: true })
  sure?: string[] | null;
}

@InputType({ description: 'A new case: the least that is needed, and what is known besides.' })
export class FileCaseInput extends RecordsInput {
  @Field(() => ID, { description: 'Client-made UUIDv7: the same filing sent twice is one case.' })
  @IsUUID('7')
  id: string;

  @Field(() => CaseTypeEnum, { description: 'What happened.' })
  type: keyof typeof CaseTypeEnum;

  @Field(() => ID, { nullable: true, description: 'Own mission when left out.' })
  @IsOptional()
  @PlainText(10)
  missionId?: string | null;

  @Field(() => ID, { description: 'Two-letter code of the country where it happened.' })
  @PlainText(10)
  hostCountry: string;

  @Field(() => String, { nullable: true, description: 'Town or address, as told.' })
  @IsOptional()
  @PlainText(200)
  place?: string | null;

  @Field({ description: 'When it happened.' })
  @ValidateNested()
  @Type(() => PartialDateInput)
  occurred: PartialDateInput;

  @Field(() => DateTimeScalar, { description: 'When the mission learned of it.' })
  awareAt: string;

  @Field(() => ID, { description: 'Code of SOURCE: who told the mission.' })
  @PlainText(60)
  source: string;

  @Field({ description: 'One line.' })
  @PlainText(500)
  summary: string;

  @Field(() => ID, {
    nullable: true,
    description: "Needed for MEDICAL and WELFARE; for the other types it follows from the type's record.",
  })
  @IsOptional()
  @PlainText(60)
  cause?: string | null;

  @Field({ description: 'Whom it is about.' })
  @ValidateNested()
  @Type(() => PersonInput)
  subject: PersonInput;
}

@InputType({
  description: 'A correction: only what is given changes; the timeline keeps what was there before.',
})
export class AmendCaseInput extends RecordsInput {
  @Field(() => ID, { description: 'Which case.' })
  @IsUUID()
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is corrected: needed unless only what was not known is filled in.',
  })
  @IsOptional()
  @PlainText(500)
  reason?: string | null;

  @Field(() => CaseTypeEnum, {
    nullable: true,
    description:
      "What happened. The record of another type begins with what is given; the former type's stays in the timeline.",
  })
  @IsOptional()
  type?: keyof typeof CaseTypeEnum;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the mission learned of it; the reference stays.',
  })
  @IsOptional()
  awareAt?: string;

  @Field(() => ID, { nullable: true, description: 'Two-letter code of the country where it happened.' })
  @IsOptional()
  @PlainText(10)
  hostCountry?: string;

  @Field(() => String, { nullable: true, description: 'Town or address, as told.' })
  @IsOptional()
  @PlainText(200)
  place?: string | null;

  @nested(() => PartialDateInput, 'When it happened.')
  occurred?: PartialDateInput;

  @Field(() => ID, { nullable: true, description: 'Code of SOURCE.' })
  @IsOptional()
  @PlainText(60)
  source?: string;

  @Field(() => String, { nullable: true, description: 'One line.' })
  @IsOptional()
  @PlainText(500)
  summary?: string;

  @Field(() => ID, { nullable: true, description: 'For MEDICAL and WELFARE only.' })
  @IsOptional()
  @PlainText(60)
  cause?: string | null;

  @nested(() => PersonInput, 'Whom it is about.')
  subject?: PersonInput;
}
