import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#platform';
import type { Asking } from '../asking.js';
import { Factors } from '../sign-in/factors.service.js';
import { StaffReader } from '../staff.reader.js';
import { WhoAsks } from './asking.decorator.js';
import {
  BeginFactorResult,
  ConfirmFactorResult,
  type FactorAddedType,
  type FactorBegunType,
  FactorCodeInput,
  type FactorRemovedType,
  OwnFactorType,
  RemoveFactorResult,
} from './factor.types.js';

/** One's own one-time codes. */
@Resolver()
export class FactorResolver {
  constructor(
    private readonly factors: Factors,
    private readonly staff: StaffReader,
  ) {}

  @Query(() => OwnFactorType, { description: 'Whether one-time codes are asked for when one signs in.' })
  @Permission('me.security', { logged: false })
  ownFactor(@WhoAsks() asking: Asking): Promise<OwnFactorType> {
    return this.factors.state(asking);
  }

  @Mutation(() => BeginFactorResult, {
    description: 'A new secret for an authenticator; it counts for nothing until confirmed.',
  })
  @Permission('me.security')
  async beginFactor(@WhoAsks() asking: Asking): Promise<FactorBegunType> {
    const { email } = await this.staff.me(asking);
    return this.factors.begin(asking, email);
  }

  @Mutation(() => ConfirmFactorResult, {
    description: 'Shows a code of the new secret: codes are asked for from now on. Other sessions end.',
  })
  @Permission('me.security')
  async confirmFactor(
    @Args('input') { code }: FactorCodeInput,
    @WhoAsks() asking: Asking,
  ): Promise<FactorAddedType> {
    return { recoveryCodes: await this.factors.confirm(asking, code) };
  }

  @Mutation(() => RemoveFactorResult, { description: 'Codes are asked for no more. Needs one.' })
  @Permission('me.security')
  async removeFactor(
    @Args('input') { code }: FactorCodeInput,
    @WhoAsks() asking: Asking,
  ): Promise<FactorRemovedType> {
    await this.factors.remove(asking, code);
    return { removed: true };
  }
}
