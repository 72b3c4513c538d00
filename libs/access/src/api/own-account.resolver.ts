import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#platform';
import type { Asking, RequestContext } from '../asking.js';
import { OwnAccount, type OwnSession } from '../sign-in/own-account.service.js';
import { hashToken } from '../token.js';
import { isUuid } from '../uuid.rules.js';
import { WholeRequest, WhoAsks } from './asking.decorator.js';
import {
  ChangePasswordInput,
  OwnSessionType,
  type PasswordChangedType,
  PasswordResult,
  SessionsEndedType,
} from './own-account.types.js';

/** One's own account: password and sessions. */
@Resolver()
export class OwnAccountResolver {
  constructor(private readonly own: OwnAccount) {}

  @Mutation(() => PasswordResult, {
    description:
      'Changes one’s own password. All other sessions end, and other devices are not known any more.',
  })
  @Permission('me.security')
  async changePassword(
    @Args('input') input: ChangePasswordInput,
    @WhoAsks() asking: Asking,
    @WholeRequest() { address, deviceToken }: RequestContext,
  ): Promise<PasswordChangedType> {
    await this.own.changePassword(asking, input, {
      address,
      device: deviceToken ? hashToken(deviceToken) : null,
    });
    return { changed: true };
  }

  @Query(() => [OwnSessionType], {
    description: 'Where one is signed in: this session first, then the latest seen.',
  })
  @Permission('me.security', { logged: false })
  ownSessions(@WhoAsks() asking: Asking): Promise<OwnSession[]> {
    return this.own.list(asking);
  }

  @Mutation(() => SessionsEndedType, {
    description: 'Ends one other session of one’s own, or all others. This one ends by signing out.',
  })
  @Permission('me.security')
  async endSessions(
    @WhoAsks() asking: Asking,
    @Args('id', { type: () => ID, nullable: true, description: 'Which; left out: all others.' }) id?: string,
  ): Promise<SessionsEndedType> {
    if (id && !isUuid(id)) return { ended: 0 };
    return { ended: await this.own.end(asking, id ?? null) };
  }
}
