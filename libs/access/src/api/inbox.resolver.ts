import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Connection, Permission, readPage, Words } from '#platform';
import type { Asking } from '../asking.js';
import { Inbox, type NoticeRead } from '../inbox/inbox.service.js';
import { WhoAsks } from './asking.decorator.js';
import { MarkNoticesReadInput, NoticeConnection, type NoticeType } from './inbox.types.js';

/** One's own notices hold no case content and are asked for every minute: in the log they would bury what matters. */
const OWN = ['me.inbox', { logged: false }] as const;

/** Everybody's own inbox. */
@Resolver()
export class InboxResolver {
  constructor(
    private readonly notices: Inbox,
    private readonly words: Words,
  ) {}

  @Query(() => NoticeConnection, { description: 'What you have been told, newest first.' })
  @Permission(...OWN)
  async inbox(
    @WhoAsks() asking: Asking,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor to go on from.' })
    after?: string,
  ): Promise<Connection<NoticeType>> {
    const page = await this.notices.page(asking, readPage(first, after, ['uuid']));
    const inWords = ({ params, ...notice }: NoticeRead): NoticeType => ({
      ...notice,
      reference: typeof params.reference === 'string' ? params.reference : null,
      text: this.words.notice(notice.code, params, asking.language),
    });
    return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: inWords(node) })) };
  }

  @Query(() => Int, { description: 'How many of your notices you have not read.' })
  @Permission(...OWN)
  unreadNotices(@WhoAsks() asking: Asking): Promise<number> {
    return this.notices.unread(asking);
  }

  @Mutation(() => Int, {
    description: 'Marks notices of yours read, for good; answers how many are unread then.',
  })
  @Permission(...OWN)
  markNoticesRead(@WhoAsks() asking: Asking, @Args('input') input: MarkNoticesReadInput): Promise<number> {
    return this.notices.markRead(asking, input.ids ?? null);
  }
}
