import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUUID } from 'class-validator';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { type Connection, connectionOf, type Language, Permission, Refusal, Words } from '#platform';
import { type ImportRowView, Imports, type ImportView, type RowVerdict } from '../../import/index.js';
import {
  CheckImportInput,
  ImportProfileType,
  ImportResult,
  ImportRowConnection,
  type ImportRowType,
  ImportType,
  RowVerdictEnum,
  RunImportInput,
} from './import.types.js';

/** Progress and verdicts hold no case content, and are asked for again and again: only the acts are logged. */
const READ = ['cases.import', { logged: false }] as const;

/** The counter for files of cases. */
@Resolver(() => ImportType)
export class ImportResolver {
  constructor(
    private readonly imports: Imports,
    private readonly words: Words,
  ) {}

  @Query(() => [ImportProfileType], { description: 'Kinds of files that can be imported.' })
  @Permission(...READ)
  async importProfiles(@Context('language') language: Language): Promise<ImportProfileType[]> {
    const profiles = await this.imports.profiles();
    return [...profiles.values()].map(({ name, label }) => ({ name, label: label[language] }));
  }

  @Query(() => ImportType, { nullable: true, description: 'An import; null when there is none.' })
  @Permission(...READ)
  async import(
    @WhoAsks() asking: Asking,
    @Args('id', { type: () => ID, description: 'UUID.' }) id: string,
  ): Promise<ImportType | null> {
    if (!isUUID(id, 'all')) throw Refusal.of('BAD_ID', 'id');
    const found = await this.imports.find(asking, id);
    return found ? this.view(found, asking.language) : null;
  }

  @Mutation(() => ImportResult, {
    description: 'Orders a dry run: what would be imported, and what is wrong.',
  })
  @Permission('cases.import')
  async checkImport(@WhoAsks() asking: Asking, @Args('input') input: CheckImportInput): Promise<ImportType> {
    return this.view(await this.imports.check(asking, input), asking.language);
  }

  @Mutation(() => ImportResult, { description: 'Orders the import of a checked file, all or nothing.' })
  @Permission('cases.import')
  async runImport(@WhoAsks() asking: Asking, @Args('input') input: RunImportInput): Promise<ImportType> {
    return this.view(await this.imports.run(asking, input), asking.language);
  }

  @ResolveField(() => ImportRowConnection, {
    description: 'What becomes of each row, in the order of the file.',
  })
  @Permission(...READ)
  async rows(
    @WhoAsks() asking: Asking,
    @Parent() parent: ImportType,
    @Args('verdict', { type: () => RowVerdictEnum, nullable: true, description: 'Only these.' })
    verdict: RowVerdict | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the last row seen.' })
    after: string | null,
  ): Promise<Connection<ImportRowType>> {
    const found = await this.imports.rows(asking, parent.id, { verdict: verdict ?? null, first, after });
    const rows = found.rows.map((row) => this.row(row, asking.language));
    return connectionOf(rows, first, found.total, ({ rowNo }) => [String(rowNo)]);
  }

  private view(found: ImportView, language: Language): ImportType {
    return { ...found, failure: found.failure && this.words.refusal(found.failure, language) };
  }

  private row({ rowNo, verdict, problem }: ImportRowView, language: Language): ImportRowType {
    const read = problem && this.words.refusal(problem, language);
    return {
      rowNo,
      verdict,
      field: read?.field ?? null,
      reason: read?.message ?? null,
      remedy: read?.remedy ?? null,
    };
  }
}
