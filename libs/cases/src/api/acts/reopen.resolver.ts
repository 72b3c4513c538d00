import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { ReopenAct } from '../../acts/reopen.js';
import { ActAnswers, CaseActResult } from './act-answers.js';
import { ReopenCaseInput } from './act.inputs.js';

@Resolver()
export class ReopenResolver {
  constructor(
    private readonly act: ReopenAct,
    private readonly answers: ActAnswers,
  ) {}

  @Mutation(() => CaseActResult, { description: 'Takes up a closed or rejected case again.' })
  @Permission('cases.reopen')
  reopenCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: ReopenCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.after(this.act.reopen(asking, input), asking, input.caseId, info);
  }
}
