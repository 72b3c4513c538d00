import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '#platform/api';

export const PrecisionEnum = { DAY: 'DAY', MONTH: 'MONTH', YEAR: 'YEAR', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(PrecisionEnum, { name: 'DatePrecision', description: 'How exactly a date is known.' });

@ObjectType('PartialDate', { description: 'A date as far as it is known.' })
export class PartialDateType {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'YYYY-MM-DD; the first day of the month or year where only these are known.',
  })
  date: string | null;

  @Field(() => PrecisionEnum, { description: 'How exactly it is known.' })
  precision: string;
}

@InputType({ description: 'A date as far as it is known.' })
export class PartialDateInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Any day of the month or year where only these are known.',
  })
  date: string | null;

  @Field(() => PrecisionEnum, { description: 'How exactly it is known.' })
  precision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';
}
