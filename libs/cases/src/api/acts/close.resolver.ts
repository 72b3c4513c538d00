import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { CloseAct } from '../../acts/close.js';
import { ActAnswers, CaseActResult } from './act-answers.js';
import { CloseCaseInput } from './act.inputs.js';

@Resolver()
export class CloseResolver {
  constructor(
    private readonly act: CloseAct,
    private readonly answers: ActAnswers,
  ) {}

  @Mutation(() => CaseActResult, { description: 'Closes a resolved case.' })
  @Permission('cases.close')
  closeCase(
    @WhoAsks() asking: Asking,
    @Args('input') input: CloseCaseInput,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answers.after(this.act.close(asking, input), asking, input.caseId, info);
  }
}
