import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { MoveAct } from '../../acts/move.js';
import { ActAnswers, CaseActResult } from './act-answers.js';
import { ChangeStatusInput } from './act.inputs.js';

@Resolver()
export class MoveResolver {
  constructor(
    private readonly act: MoveAct,
    private readonly answers: ActAnswers,
  ) {}

  @Mutation(() => CaseActResult, {
    description: 'Moves a case along the lifecycle table, short of closing and reopening it.',
  })
  @Permission('cases.status')
  changeStatus(
    @WhoAsks() asking: Asking,
    @Args('input') input: ChangeStatusInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.after(this.act.move(asking, input), asking, input.caseId, info);
  }
}
