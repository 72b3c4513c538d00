import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Permission, PUBLIC } from '#platform';
import type { Asking } from '../asking.js';
import { Invites } from '../invites/invites.service.js';
import { WhoAsks } from './asking.decorator.js';
import {
  InviteEndedResult,
  type InviteEndedType,
  InvitedResult,
  type InvitedType,
  InviteOwnerResult,
  type InviteOwnerType,
  InviteStaffInput,
  InviteUsedResult,
  type InviteUsedType,
  OpenInviteInput,
  UseInviteInput,
} from './invites.types.js';

/** One-time links. Even what only reads is a mutation: it is never sent by GET, where a token would stand in a log. */
@Resolver()
export class InvitesResolver {
  constructor(private readonly invites: Invites) {}

  @Mutation(() => InvitedResult, {
    description:
      'Makes a one-time link for somebody to choose a password. It ends their former link, password and sessions.',
  })
  @Permission('staff.write')
  inviteStaff(@Args('input') input: InviteStaffInput, @WhoAsks() asking: Asking): Promise<InvitedType> {
    return this.invites.make(asking, input.id);
  }

  @Mutation(() => InviteEndedResult, { description: 'Ends a link that nobody has used yet.' })
  @Permission('staff.write')
  async endInvite(
    @Args('input') input: InviteStaffInput,
    @WhoAsks() asking: Asking,
  ): Promise<InviteEndedType> {
    await this.invites.end(asking, input.id);
    return { staffId: input.id };
  }

  @Mutation(() => InviteOwnerResult, { description: 'Says whose link this is, to whoever holds it.' })
  @Permission(PUBLIC)
  openInvite(@Args('input') input: OpenInviteInput): Promise<InviteOwnerType> {
    return this.invites.open(input.token);
  }

  @Mutation(() => InviteUsedResult, {
    description: 'Chooses the password of the link’s owner, once. Sign in with it then.',
  })
  @Permission(PUBLIC)
  async useInvite(@Args('input') input: UseInviteInput): Promise<InviteUsedType> {
    return { email: await this.invites.use(input.token, input.password) };
  }
}
