import { Injectable } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Asking } from '#access';
import { Refusal } from '#platform';
import { Refused, selectionOf } from '#platform/api';
import { CaseFilesReader } from '../../file/case-files.reader.js';
import { CaseFileType } from '../file/case-file.types.js';
import { CaseView } from '../file/case-view.js';

export const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [CaseFileType, Refused] as const,
    resolveType: (value: object) => ('refusals' in value ? Refused : CaseFileType),
  });

export const CaseActResult = resultOf('CaseActResult', 'The case after the act, or why not.');

/** What every act on a case answers. */
@Injectable()
export class ActAnswers {
  constructor(
    private readonly reader: CaseFilesReader,
    private readonly view: CaseView,
  ) {}

  /** The case as the document selects it, after the act; the act's own log row is enough. */
  async after(
    act: Promise<void>,
    asking: Asking,
    id: string,
    info: GraphQLResolveInfo,
  ): Promise<CaseFileType> {
    await act;
    const plan = this.view.planFor(selectionOf(info));
    const row = await this.reader.find({ ...asking, logged: false }, { id }, plan.columns);
    if (!row) throw Refusal.of('NOT_FOUND', 'id');
    return plan.make(row, asking);
  }
}
