import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { ConnectionOf, DateTimeScalar } from '#platform/api';

const MOST_IDS = 100;

@ObjectType('Notice', { description: 'Something you are told.' })
export class NoticeType {
  @Field(() => ID, { description: 'Of this notice.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When it was told.' })
  at: string;

  @Field({ description: 'For programs, e.g. IMPORT_DONE.' })
  code: string;

  @Field({ description: 'In the language of the reader.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'What kind of thing it is about, e.g. IMPORT.' })
  subjectKind: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What it is about. Whether you may open it is decided there.',
  })
  subjectId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its reference, when it has one, e.g. SEL-2026-00042.',
  })
  reference: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When you marked it read; null when you have not.',
  })
  readAt: string | null;
}

export const NoticeConnection = ConnectionOf(NoticeType, 'Notice');

@InputType({ description: 'Which notices have been read.' })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: 'At most 100; left out: all.' })
  @IsOptional()
  @ArrayMaxSize(MOST_IDS)
  @IsUUID('all', { each: true })
  ids?: string[] | null;
}
