import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { AmendAct } from '../../acts/amend.js';
import { ActAnswers, CaseActResult } from './act-answers.js';
import { AmendCaseInput } from '../filing/case-file.inputs.js';

@Resolver()
export class AmendResolver {
  constructor(
    private readonly act: AmendAct,
    private readonly answers: ActAnswers,
  ) {}

  @Mutation(() => CaseActResult, {
    description: 'Corrects what a case says; the timeline keeps what it said before, and says since.',
  })
  @Permission('cases.amend')
  amendCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: AmendCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.after(this.act.amend(asking, input), asking, input.id, info);
  }
}
