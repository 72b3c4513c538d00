import { Args, createUnionType, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission, Refusal } from '#platform';
import { Refused, selectionOf } from '#platform/api';
import { ActsService } from '../../acts/acts.service.js';
import { AmendService, type Amendment } from '../../acts/amend.service.js';
import { CaseFilesReader } from '../../file/case-files.reader.js';
import type { Filing } from '../../filing/filing.js';
import { FilingService } from '../../filing/filing.service.js';
import {
  AddEntryInput,
  AmendCaseInput,
  ChangeStatusInput,
  CloseCaseInput,
  FileCaseInput,
  ReopenCaseInput,
} from '../filing/case-file.inputs.js';
import { CaseFileType } from '../file/case-file.types.js';
import { CaseView } from '../file/case-view.js';

const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [CaseFileType, Refused] as const,
    resolveType: (value: object) => ('refusals' in value ? Refused : CaseFileType),
  });
const FileCaseResult = resultOf('FileCaseResult', 'The case filed, or why not.');
const CaseActResult = resultOf('CaseActResult', 'The case after the act, or why not.');

@Resolver()
export class CaseActsResolver {
  constructor(
    private readonly filing: FilingService,
    private readonly acts: ActsService,
    private readonly amendments: AmendService,
    private readonly reader: CaseFilesReader,
    private readonly view: CaseView,
  ) {}

  @Mutation(() => FileCaseResult, { description: 'Files a case, once, however often it is sent.' })
  @Permission('cases.file')
  async fileCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: FileCaseInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseFileType> {
    const plan = this.view.planFor(selectionOf(info));
    const row = await this.filing.file(asking, input as unknown as Filing, plan.columns);
    return plan.make(row, asking);
  }

  @Mutation(() => CaseActResult, { description: 'Adds a note or an act to the timeline.' })
  @Permission('cases.note')
  async addEntry(
    @WhoAsks() asking: Asking,
    @Args('input') input: AddEntryInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    await this.acts.addEntry(asking, input);
    return this.readBack(asking, input.caseId, info);
  }

  @Mutation(() => CaseActResult, {
    description: 'Corrects what a case says; the timeline keeps what it said before.',
  })
  @Permission('cases.amend')
  async amendCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: AmendCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    await this.amendments.amend(asking, input as unknown as Amendment);
    return this.readBack(asking, input.id, info);
  }

  @Mutation(() => CaseActResult, { description: 'Moves a case along the lifecycle table.' })
  @Permission('cases.status')
  async changeStatus(
    @WhoAsks() asking: Asking,
    @Args('input') input: ChangeStatusInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    await this.acts.move(asking, input);
    return this.readBack(asking, input.caseId, info);
  }

  @Mutation(() => CaseActResult, { description: 'Closes a resolved case.' })
  @Permission('cases.close')
  async closeCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: CloseCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    await this.acts.move(asking, { ...input, to: 'CLOSED', reason: input.note });
    return this.readBack(asking, input.caseId, info);
  }

  @Mutation(() => CaseActResult, { description: 'Takes up a closed or rejected case again.' })
  @Permission('cases.reopen')
  async reopenCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: ReopenCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    await this.acts.move(asking, { ...input, to: 'REOPENED' });
    return this.readBack(asking, input.caseId, info);
  }

  /** The case as the document selects it, after the act; the act's own log row is enough. */
  private async readBack(asking: Asking, id: string, info: GraphQLResolveInfo): Promise<CaseFileType> {
    const plan = this.view.planFor(selectionOf(info));
    const row = await this.reader.find({ ...asking, logged: false }, { id }, plan.columns);
    if (!row) throw Refusal.of('NOT_FOUND', 'id');
    return plan.make(row, asking);
  }
}
