import { Args, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { CaseFileConnection, type CaseFileType, CaseLists } from '#cases/api';
import { type Connection, Permission } from '#platform';
import { selectionOf } from '#platform/api';
import { Codes } from '#reference';
import { caseCriteria } from '../case-criteria.js';
import type { Dimension } from '../question.js';
import { readQuestion } from '../question.rules.js';
import { type CountedTable, StatisticsReader } from '../statistics.reader.js';
import { type CsvForm, csvOf } from '../table.csv.js';
import { StatisticsFilterInput } from './statistics.inputs.js';
import { CsvFormEnum, DimensionEnum, StatisticsTableType } from './statistics.types.js';

/** The statistics room's counter. Counts hold no case and no person: reading them leaves no row in the access log. */
@Resolver(() => StatisticsTableType)
export class StatisticsResolver {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly lists: CaseLists,
    private readonly codes: Codes,
  ) {}

  @Query(() => StatisticsTableType, {
    description: 'Cases counted by one to three dimensions, within what you may see.',
  })
  @Permission('statistics.read')
  statistics(
    @WhoAsks() asking: Asking,
    @Args('dimensions', { type: () => [DimensionEnum], description: 'One to three, each once.' })
    dimensions: Dimension[],
    @Args('filter', { description: 'Which cases.' }) filter: StatisticsFilterInput,
  ): Promise<CountedTable> {
    return this.reader.table(asking, dimensions, filter);
  }

  @ResolveField(() => String, {
    description: 'The table for a spreadsheet: one heading, and the lines under it.',
  })
  @Permission('statistics.read', { logged: false })
  csv(
    @Parent() table: CountedTable,
    @Args('form', {
      type: () => CsvFormEnum,
      defaultValue: 'LONG',
      description: 'How the figures stand in it.',
    })
    form: CsvForm,
    @Args('about', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Whether lines above the table say what is counted.',
    })
    about: boolean,
  ): string {
    return csvOf(table, form, about);
  }

  @Query(() => CaseFileConnection, { description: 'The cases behind a figure, newest first.' })
  @Permission('statistics.cases')
  statisticsCases(
    @WhoAsks() asking: Asking,
    @Args('filter', { description: 'Of the figure: with the categories of its cell.' })
    filter: StatisticsFilterInput,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the last row seen.' })
    after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CaseFileType>> {
    const criteria = caseCriteria(readQuestion(['TYPE'], filter, asking.actor, this.codes));
    return this.lists.page(asking, { criteria }, { order: 'NEWEST', first, after }, selectionOf(info));
  }
}
