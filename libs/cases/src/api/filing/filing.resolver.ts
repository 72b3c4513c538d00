import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { selectionOf } from '#platform/api';
import { FilingService } from '../../filing/filing.service.js';
import { resultOf } from '../acts/act-answers.js';
import type { CaseFileType } from '../file/case-file.types.js';
import { CaseView } from '../file/case-view.js';
import { FileCaseInput } from './case-file.inputs.js';

const FileCaseResult = resultOf('FileCaseResult', 'The case filed, or why not.');

@Resolver()
export class FilingResolver {
  constructor(
    private readonly filing: FilingService,
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
    const row = await this.filing.file(asking, input, plan.columns);
    return plan.make(row, asking);
  }
}
