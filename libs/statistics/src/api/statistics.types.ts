import { CustomScalar, Field, ID, Int, ObjectType, registerEnumType, Scalar } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { DateTimeScalar, MonthScalar } from '#platform/api';
import { type Axis, BASES, type Basis, type Category, type Dimension, DIMENSIONS } from '../question.js';
import { CSV_FORMS } from '../table.csv.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

export const DimensionEnum = enumOf(DIMENSIONS);
export const BasisEnum = enumOf(BASES);
export const CsvFormEnum = enumOf(CSV_FORMS);

registerEnumType(DimensionEnum, {
  name: 'Dimension',
  description: 'What a table can be divided by.',
  valuesMap: {
    COUNTRY: { description: 'Host country.' },
    CAUSE: { description: 'Cause, by the list of its type of case.' },
    YEAR: { description: 'Year.' },
    MONTH: { description: 'Month; 2016-00 is an event of 2016 whose month is not known.' },
    TYPE: { description: 'Type of case.' },
    SEX: { description: 'Sex of the person.' },
    MISSION: { description: 'Mission that has the case.' },
  },
});

registerEnumType(BasisEnum, {
  name: 'Basis',
  description: 'What puts a case into a period.',
  valuesMap: {
    OCCURRED: { description: 'Cases whose event happened in the period.' },
    OPENED: { description: 'Cases opened in the period (flow).' },
    OPEN_AT_END: { description: 'Cases open at the end of the period (stock).' },
  },
});

registerEnumType(CsvFormEnum, {
  name: 'CsvForm',
  description: 'How figures stand in a CSV file.',
  valuesMap: {
    LONG: {
      description: 'A line per figure that is not nought, with the code and the label of each category.',
    },
    CROSSTAB: {
      description: 'As on the page: the last dimension across, noughts written, the total of each row last.',
    },
  },
});

/** A scalar, not lists of Int: a large table has a million numbers, and the executor would visit each by itself. */
@Scalar('Cells')
export class CellsScalar implements CustomScalar<number[][], number[][]> {
  description = 'List of cells; each a list of whole numbers: one index per axis, then the count.';
  serialize = (value: unknown): number[][] => value as number[][];
  parseValue = (): never => {
    throw new GraphQLError('Cells are only ever an answer.');
  };
  parseLiteral = this.parseValue;
}

@ObjectType('Category', { description: 'A row or a column of a table.' })
export class CategoryType implements Category {
  @Field(() => ID, {
    description: 'As the filter takes it. A cause has its list before it: `ICCS.06`.',
  })
  code: string;

  @Field({ description: 'In the language of the reader.' })
  label: string;
}

@ObjectType('Axis', { description: 'A side of a table.' })
export class AxisType implements Axis {
  @Field(() => DimensionEnum, { description: 'What it divides by.' })
  dimension: Dimension;

  @Field(() => [CategoryType], {
    description: 'In the order of the reader: those with a count, those asked for by name, and each period.',
  })
  categories: CategoryType[];

  @Field({
    description:
      'Whether counts may be added along it: false for the years and months of a stock, where one case stands in many.',
  })
  additive: boolean;
}

@ObjectType('StatisticsTable', {
  description: 'Counts of cases. Everything done before it was asked for is in it.',
})
export class StatisticsTableType {
  @Field(() => BasisEnum, { description: 'What puts a case into the period.' })
  basis: Basis;

  @Field(() => MonthScalar, { description: 'First month.' })
  from: string;

  @Field(() => MonthScalar, { description: 'Last month, included.' })
  to: string;

  @Field({ description: 'What is counted, in a sentence.' })
  statement: string;

  @Field(() => [AxisType], { description: 'In the order of the dimensions asked for.' })
  axes: AxisType[];

  @Field(() => CellsScalar, { description: 'Non-zero cells: one index per axis, then the count.' })
  cells: number[][];

  @Field(() => Int, {
    description: 'The sum of the cells; of a stock over time, how many were open at the end of the period.',
  })
  total: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'For OCCURRED: how many cases, otherwise as asked for, have no known date and stand in no period. Null for other bases.',
  })
  undated: number | null;

  @Field(() => Int, { description: 'How many of the total are fictional illustrations.' })
  illustrations: number;

  @Field(() => DateTimeScalar, { description: 'The moment as of which it was counted.' })
  countedAt: string;
}
