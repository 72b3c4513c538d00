import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#platform';
import type { Asking } from '../asking.js';
import { RightsRequests } from '../rights/rights.service.js';
import { AccessViews } from './access.views.js';
import { WhoAsks } from './asking.decorator.js';
import { InviteStaffInput } from './invites.types.js';
import { DecideRightsInput, RightsRequestResult, RightsRequestType } from './rights.types.js';
import { StaffResult, type StaffMemberType } from './staff.types.js';

/** Rights that take two people. */
@Resolver()
export class RightsResolver {
  constructor(
    private readonly requests: RightsRequests,
    private readonly views: AccessViews,
  ) {}

  @Query(() => [RightsRequestType], {
    description: 'What waits for a second person, then what was decided last; 100 at most.',
  })
  @Permission('rights.approve')
  async rightsRequests(@WhoAsks() asking: Asking): Promise<RightsRequestType[]> {
    return (await this.requests.list(asking)).map((one) => this.views.rightsRequest(one, asking));
  }

  @Mutation(() => RightsRequestResult, {
    description:
      'Approves or refuses. Nobody approves what they asked for themselves, nor what concerns them.',
  })
  @Permission('rights.approve')
  async decideRights(
    @Args('input') input: DecideRightsInput,
    @WhoAsks() asking: Asking,
  ): Promise<RightsRequestType> {
    return this.views.rightsRequest(await this.requests.decide(asking, input.id, input.approve), asking);
  }

  @Mutation(() => StaffResult, {
    description: 'Asks a second person that a new link may be made for somebody whose role takes two people.',
  })
  @Permission('staff.write')
  async askReset(
    @Args('input') input: InviteStaffInput,
    @WhoAsks() asking: Asking,
  ): Promise<StaffMemberType> {
    return this.views.staffMember(await this.requests.askReset(asking, input.id), asking.language);
  }
}
