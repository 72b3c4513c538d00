import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Connection, Permission, readPage } from '#platform';
import type { Asking } from '../asking.js';
import { LogCheck } from '../log/log-check.service.js';
import { LogExport } from '../log.export.js';
import { type LogPerson, LogReader } from '../log.reader.js';
import { AccessViews } from './access.views.js';
import { WhoAsks } from './asking.decorator.js';
import {
  AccessLogConnection,
  type AccessLogEntryType,
  AccessLogFilter,
  AccessLogPersonType,
  AccessLogVerdictType,
} from './log.types.js';

/** The auditor's counter. */
@Resolver()
export class LogResolver {
  constructor(
    private readonly log: LogReader,
    private readonly files: LogExport,
    private readonly check: LogCheck,
    private readonly views: AccessViews,
  ) {}

  @Query(() => AccessLogConnection, {
    description: 'Who did or read what, newest first. Reading it is logged too.',
  })
  @Permission('log.read')
  async accessLog(
    @WhoAsks() asking: Asking,
    @Args('filter', { nullable: true, description: 'Which entries.' }) filter?: AccessLogFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first = 50,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor to go on from.' })
    after?: string,
  ): Promise<Connection<AccessLogEntryType>> {
    const page = await this.log.page(asking, filter ?? {}, readPage(first, after, 2));
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: this.views.logEntry(node) })),
    };
  }

  @Query(() => String, {
    description:
      'The same entries for a spreadsheet, as CSV with acts in words; refused beyond 50,000. Exporting is logged.',
  })
  @Permission('log.export')
  accessLogCsv(
    @WhoAsks() asking: Asking,
    @Args('filter', { nullable: true, description: 'Which entries.' }) filter?: AccessLogFilter,
  ): Promise<string> {
    return this.files.csv(asking, filter ?? {});
  }

  @Query(() => AccessLogVerdictType, {
    description:
      'Goes through the whole log: every row against the chain, the chain against the signed checkpoints and their copies.',
  })
  @Permission('log.read')
  async accessLogVerdict(@WhoAsks() asking: Asking): Promise<AccessLogVerdictType> {
    const { fault, ...verdict } = await this.check.verify(asking);
    return {
      ...verdict,
      ...{ fault: fault?.code ?? null, faultAt: fault?.n ?? null, faultEntryId: fault?.entryId ?? null },
    };
  }

  /** Not logged: the page asks for it each time, and it would stand between what matters. */
  @Query(() => [AccessLogPersonType], {
    description: 'Everybody whom the log can be asked about, by name in the order of the Mongolian alphabet.',
  })
  @Permission('log.read', { logged: false })
  accessLogPeople(@WhoAsks() asking: Asking): Promise<LogPerson[]> {
    return this.log.people(asking);
  }
}
