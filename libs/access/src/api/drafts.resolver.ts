import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#platform';
import type { Asking } from '../asking.js';
import { DraftKeys } from '../drafts/draft-keys.service.js';
import { WhoAsks } from './asking.decorator.js';

/** What a device needs to keep what somebody has half-written. */
@Resolver()
export class DraftsResolver {
  constructor(private readonly keys: DraftKeys) {}

  // Not in the access log: asked for with every page that has a form, it would bury what the auditor looks for.
  @Query(() => String, {
    description:
      'Your own key, 256 bits in base64url, for what you have half-written on a device. Keep it in memory only.',
  })
  @Permission('me.drafts', { logged: false })
  async draftKey(@WhoAsks() asking: Asking): Promise<string> {
    return (await this.keys.ownKey(asking)).toString('base64url');
  }
}
