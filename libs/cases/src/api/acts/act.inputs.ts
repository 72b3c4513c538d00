import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { DateTimeScalar, PlainText } from '#platform/api';
import { CaseStatusEnum } from '../file/enums.js';
import { EntryKindEnum } from '../timeline/timeline.types.js';

@InputType({ description: 'A note, or something done.' })
export class AddEntryInput {
  @Field(() => ID, { description: 'Client-made UUIDv7: the same entry sent twice is one entry.' })
  @IsUUID('7')
  id: string;

  @Field(() => ID, { description: 'Which case.' })
  @IsUUID()
  caseId: string;

  @Field(() => EntryKindEnum, { description: 'What it is about.' })
  kind: keyof typeof EntryKindEnum;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: string;

  @Field({ description: 'In words.' })
  @PlainText(10_000)
  text: string;
}

const outcome = () =>
  applyDecorators(
    Field(() => ID, { nullable: true, description: 'Code of OUTCOME for the type: how it ended.' }),
    IsOptional(),
    PlainText(60),
  );

@InputType({ isAbstract: true })
class MoveInput {
  @Field(() => ID, { description: 'Which case.' })
  @IsUUID()
  caseId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version: number;
}

@InputType({ description: 'A move along the lifecycle table.' })
export class ChangeStatusInput extends MoveInput {
  @Field(() => CaseStatusEnum, { description: 'Where to; closing and reopening are acts of their own.' })
  to: keyof typeof CaseStatusEnum;

  @outcome() outcome?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed when rejecting.' })
  @IsOptional()
  @PlainText(2000)
  reason?: string | null;
}

@InputType({ description: 'The end of a case.' })
export class CloseCaseInput extends MoveInput {
  @outcome() outcome?: string | null;

  @Field(() => String, { nullable: true, description: 'In words.' })
  @IsOptional()
  @PlainText(2000)
  note?: string | null;
}

@InputType({ description: 'The case goes on.' })
export class ReopenCaseInput extends MoveInput {
  @Field({ description: 'Why.' })
  @PlainText(2000)
  reason: string;
}
