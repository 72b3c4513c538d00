import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { type Connection, Permission, readPage } from '#platform';
import { NEWEST_ENTRIES } from '../../file/case-files.columns.js';
import { CaseFilesReader } from '../../file/case-files.reader.js';
import { CaseFileType } from '../file/case-file.types.js';
import { EntryView } from './entry-view.js';
import { pageOf, type TimelineSource } from './timeline-source.js';
import { TimelineConnection, TimelineEntryType } from './timeline.types.js';

@Resolver(() => CaseFileType)
export class TimelineResolver {
  constructor(
    private readonly reader: CaseFilesReader,
    private readonly view: EntryView,
  ) {}

  @ResolveField(() => TimelineConnection, { description: 'What happened and what was done, newest first.' })
  @Permission('cases.read')
  async timeline(
    @WhoAsks() asking: Asking,
    @Parent() source: CaseFileType & TimelineSource,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) count: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the last row seen.' })
    cursor: string | null,
  ): Promise<Connection<TimelineEntryType>> {
    const page = readPage(count, cursor, ['timestamptz', 'uuid']);
    const rows = page.after
      ? await this.reader.timeline(asking, source.id, page)
      : source.newestEntries.slice(0, count + 1);
    const total = await this.entryCount(asking, source);
    return pageOf((entry) => this.view.entry(entry, asking.language))(rows, count, total);
  }

  @ResolveField(() => [TimelineEntryType], {
    description:
      'What changed the case itself (no notes) since a version of it, newest first: what somebody who acts on an old version has not seen. At most 100.',
  })
  @Permission('cases.read')
  async changesSince(
    @WhoAsks() asking: Asking,
    @Parent() { id }: { id: string },
    @Args('version', { type: () => Int, description: 'The version that was read.' }) version: number,
  ): Promise<TimelineEntryType[]> {
    const rows = await this.reader.changesSince(asking, id, version);
    return rows.map((row) => this.view.entry(row, asking.language));
  }

  /** Nearly every timeline was read whole with its case. */
  private entryCount(asking: Asking, { id, newestEntries }: TimelineSource): number | Promise<number> {
    const all = newestEntries.length < NEWEST_ENTRIES;
    return all ? newestEntries.length : this.reader.entryCount(asking, id);
  }
}
