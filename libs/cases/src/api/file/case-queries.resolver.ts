import { Args, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { type Connection, Permission, readPage, Refusal } from '#platform';
import { isPlainText, selectionOf } from '#platform/api';
import { caseNumberAsTyped } from '../../file/case-number.js';
import { type CaseOrder } from '../../file/case-files.order.js';
import { CaseFilesReader } from '../../file/case-files.reader.js';
import { searchPatterns } from '../../people/names.rules.js';
import { CaseFileConnection, CaseFileType } from './case-file.types.js';
import { WorklistFilter, WorklistOrderEnum } from './worklist.inputs.js';
import { CaseLists } from './case-lists.js';
import { CaseView } from './case-view.js';

const first = (defaultValue: number) => ({ type: () => Int, defaultValue, description: '1 to 100.' });
const after = { type: () => String, nullable: true, description: 'Cursor of the last row seen.' };

@Resolver(() => CaseFileType)
export class CaseQueriesResolver {
  constructor(
    private readonly reader: CaseFilesReader,
    private readonly lists: CaseLists,
    private readonly view: CaseView,
  ) {}

  @Query(() => CaseFileConnection, { description: 'The cases that you may see, by filter.' })
  @Permission('cases.worklist')
  worklist(
    @WhoAsks() asking: Asking,
    @Args('order', { type: () => WorklistOrderEnum, defaultValue: 'NEWEST', description: 'A total order.' })
    order: CaseOrder,
    @Args('first', first(50)) count: number,
    @Args('after', after) cursor: string | null,
    @Info() info: GraphQLResolveInfo,
    // Not `| null`: a union would hide the class from the validation of inputs.
    @Args('filter', { type: () => WorklistFilter, nullable: true, description: 'Left out: all.' })
    filter?: WorklistFilter,
  ): Promise<Connection<CaseFileType>> {
    return this.lists.page(asking, filter ?? {}, { order, first: count, after: cursor }, selectionOf(info));
  }

  @Query(() => CaseFileType, {
    nullable: true,
    description: 'By id or by reference; null when there is none that you may see.',
  })
  @Permission('cases.read')
  async caseFile(
    @WhoAsks() asking: Asking,
    @Args('id', { type: () => ID, nullable: true, description: 'UUID.' }) id: string | null,
    @Args('caseNo', { type: () => String, nullable: true, description: 'E.g. SEL-2026-00042.' })
    caseNo: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseFileType | null> {
    const plan = this.view.planFor(selectionOf(info));
    const row = await this.reader.find(asking, keyOf(id, caseNo), plan.columns);
    return row ? plan.make(row, asking) : null;
  }

  @Query(() => ID, {
    description: 'The id by which the access log speaks of a case, by its reference, and nothing else of it.',
  })
  @Permission('log.read')
  async caseIdInLog(
    @WhoAsks() asking: Asking,
    @Args('caseNo', { description: 'E.g. SEL-2026-00042.' }) caseNo: string,
  ): Promise<string> {
    const id = await this.reader.idForAuditor(asking, referenceOf(caseNo));
    if (id === null) throw Refusal.of('NO_SUCH_CASE_NUMBER', 'caseNo');
    return id;
  }

  @Query(() => [CaseFileType], {
    description: 'By a fragment of a name, Cyrillic or Latin: the likest names first.',
  })
  @Permission('cases.search')
  async searchCases(
    @WhoAsks() asking: Asking,
    @Args('fragment', { description: 'Two letters at least.' }) fragment: string,
    @Args('first', first(20)) count: number,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseFileType[]> {
    readPage(count, null, 0);
    if (fragment.length > 100) throw Refusal.of('TOO_LONG', 'fragment', { max: 100 });
    if (!searchPatterns(fragment)) throw Refusal.of('FRAGMENT_TOO_SHORT', 'fragment');
    const plan = this.view.planFor(selectionOf(info));
    const rows = await this.reader.search(asking, fragment, count, plan.columns);
    return rows.map((row) => plan.make(row, asking));
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function keyOf(id: string | null, caseNo: string | null): { id: string } | { caseNo: string } {
  if ((id == null) === (caseNo == null)) throw Refusal.of('ONE_OF_TWO', 'id');
  if (id == null) return { caseNo: referenceOf(caseNo ?? '') };
  if (!UUID.test(id)) throw Refusal.of('BAD_ID', 'id');
  return { id };
}

function referenceOf(typed: string): string {
  if (!isPlainText(typed)) throw Refusal.of('BAD_TEXT', 'caseNo');
  return caseNumberAsTyped(typed);
}
