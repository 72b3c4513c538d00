import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { Permission } from '#platform';
import { NoteAct } from '../../acts/note.js';
import { ActAnswers, CaseActResult } from './act-answers.js';
import { AddEntryInput } from './act.inputs.js';

@Resolver()
export class NoteResolver {
  constructor(
    private readonly act: NoteAct,
    private readonly answers: ActAnswers,
  ) {}

  @Mutation(() => CaseActResult, { description: 'Adds a note or an act to the timeline.' })
  @Permission('cases.note')
  addEntry(@WhoAsks() asking: Asking, @Args('input') input: AddEntryInput, @Info() info: GraphQLResolveInfo) {
    return this.answers.after(this.act.note(asking, input), asking, input.caseId, info);
  }
}
