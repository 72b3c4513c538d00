import { Injectable } from '@nestjs/common';
import type { Asking } from '#access';
import { type Connection, connectionOf, readPage } from '#platform';
import { below, type Selection } from '#platform/api';
import type { CaseFilter } from '../../file/case-files.filter.js';
import { cursorOf, cursorTypes, type CaseOrder } from '../../file/case-files.order.js';
import { CaseFilesReader } from '../../file/case-files.reader.js';
import type { CaseFileType } from './case-file.types.js';
import { CaseView } from './case-view.js';

export interface PageArguments {
  order: CaseOrder;
  first: number;
  after: string | null | undefined;
}

/** Pages of cases for every list that the API offers: the worklist, and the cases behind a figure. */
@Injectable()
export class CaseLists {
  constructor(
    private readonly reader: CaseFilesReader,
    private readonly view: CaseView,
  ) {}

  /** @param selection what the document selects on the connection. */
  async page(
    asking: Asking,
    filter: CaseFilter,
    { order, first, after }: PageArguments,
    selection: Selection,
  ): Promise<Connection<CaseFileType>> {
    const page = readPage(first, after, cursorTypes(order));
    const plan = this.view.planFor(below(selection, 'edges', 'node'));
    const select = { columns: plan.columns, total: selection.has('totalCount') };
    const { rows, total } = await this.reader.list(asking, filter, order, page, select);
    return connectionOf(
      rows,
      first,
      total ?? 0,
      (row) => cursorOf(order, row),
      (row) => plan.make(row, asking),
    );
  }
}
