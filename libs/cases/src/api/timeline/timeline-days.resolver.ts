import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Asking } from '#access';
import { WhoAsks } from '#access/api';
import { type Connection, Permission, readPage, Refusal } from '#platform';
import { DateTimeScalar } from '#platform/api';
import { Codes } from '#reference';
import { type TimelineDay, TimelineDaysReader } from '../../timeline/timeline-days.reader.js';
import { CaseFileType } from '../file/case-file.types.js';
import { EntryView } from './entry-view.js';
import { TimelineDayType } from './timeline-days.types.js';
import { pageOf } from './timeline-source.js';
import { TimelineConnection, type TimelineEntryType } from './timeline.types.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Long timelines: their days, and any stretch of them, so that nobody turns fifty pages to reach a day. */
@Resolver(() => CaseFileType)
export class TimelineDaysResolver {
  constructor(
    private readonly reader: TimelineDaysReader,
    private readonly codes: Codes,
    private readonly view: EntryView,
  ) {}

  @ResolveField(() => [TimelineDayType], {
    description: 'The days of the whole timeline, newest first: an index to jump by.',
  })
  @Permission('cases.read')
  timelineDays(
    @WhoAsks() asking: Asking,
    @Parent() { id, missionId }: { id: string; missionId: string },
  ): Promise<TimelineDay[]> {
    return this.reader.days(asking, id, this.codes.mission(missionId)?.timeZone ?? 'UTC');
  }

  @Query(() => TimelineConnection, {
    description:
      'A stretch of the timeline of a case, newest first, from any moment on; empty when there is no such case that you may see.',
  })
  @Permission('cases.read')
  async caseTimeline(
    @WhoAsks() asking: Asking,
    @Args('caseId', { type: () => ID, description: 'UUID.' }) caseId: string,
    @Args('before', { type: () => DateTimeScalar, nullable: true, description: 'Only what happened before.' })
    before: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the last entry seen.' })
    after: string | null,
  ): Promise<Connection<TimelineEntryType>> {
    if (!UUID.test(caseId)) throw Refusal.of('BAD_ID', 'caseId');
    const page = readPage(first, after, ['timestamptz', 'uuid']);
    const { rows, total } = await this.reader.stretch(asking, caseId, before ?? null, page);
    return pageOf((entry) => this.view.entry(entry, asking.language))(rows, first, total);
  }
}
