import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { CaseTypeEnum, SexEnum } from '#cases/api';
import { MonthScalar } from '#platform/api';
import type { Basis, StatisticsFilter } from '../question.js';
import { BasisEnum } from './statistics.types.js';

/** More than there are countries: whoever names all of them may as well name none. */
const MOST_CODES = 300;

@InputType('StatisticsFilter', {
  description: 'Which cases are counted. What is left out does not narrow it.',
})
export class StatisticsFilterInput implements StatisticsFilter {
  @Field(() => BasisEnum, { defaultValue: 'OPENED', description: 'What puts a case into the period.' })
  basis: Basis;

  @Field(() => MonthScalar, { description: 'First month.' })
  from: string;

  @Field(() => MonthScalar, { description: 'Last month, included.' })
  to: string;

  @Field(() => [CaseTypeEnum], { nullable: true, description: 'Types of case.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  types?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Host countries.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  countries?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Causes: `ICCS.06`, or a code alone, which means that code of every list.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  causes?: string[] | null;

  @Field(() => [SexEnum], { nullable: true, description: 'Sexes.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  sexes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Missions; only your own if you act for one.' })
  @IsOptional()
  @ArrayMaxSize(MOST_CODES)
  missions?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only events of which the year is known and not the month, as a table by month shows them under `2016-00`. ' +
      'For the basis OCCURRED, and a period that holds a whole year.',
  })
  @IsOptional()
  monthUnknown?: boolean | null;
}
