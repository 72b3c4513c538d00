import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { PlainText } from '#platform/api';
import { CaseTypeEnum } from './case-file.types.js';
import { CaseStatusEnum } from './enums.js';

export const WorklistOrderEnum = {
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  QUIETEST: 'QUIETEST',
  NAME: 'NAME',
} as const;
registerEnumType(WorklistOrderEnum, {
  name: 'WorklistOrder',
  description:
    'By time of filing, by how long nothing was heard (the longest first), or by name in the order of the Mongolian alphabet.',
});

@InputType({ description: 'Which cases; what is left out does not narrow the list.' })
export class WorklistFilter {
  @Field(() => [CaseTypeEnum], { nullable: true, description: 'Any of these types.' })
  @IsOptional()
  @ArrayMaxSize(20)
  types?: string[] | null;

  @Field(() => [CaseStatusEnum], { nullable: true, description: 'Any of these statuses.' })
  @IsOptional()
  @ArrayMaxSize(20)
  statuses?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: all but CLOSED and REJECTED; false: only these; null: all.',
  })
  open?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'One mission, for those who see all.' })
  @IsOptional()
  @PlainText(10)
  missionId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Any of these countries.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @PlainText(10, { each: true })
  countries?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "A fragment of the reference, the summary, the place or the subject's name.",
  })
  @IsOptional()
  @PlainText(100)
  text?: string | null;
}
