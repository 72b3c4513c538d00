import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Language, Permission, PUBLIC } from '#platform';
import type { Asking, RequestContext } from '../asking.js';
import { SessionOver } from '../door.service.js';
import { SignIns } from '../sign-in/sign-in.service.js';
import { StaffReader } from '../staff.reader.js';
import { StaffActs } from '../staff.service.js';
import { hashToken, newToken } from '../token.js';
import { AccessViews } from './access.views.js';
import { WholeRequest, WhoAsks } from './asking.decorator.js';
import { LanguageEnum } from './enums.js';
import { MeType, type SignedInType, SignInInput, SignInResult } from './me.types.js';

/** Signing in and out, and what concerns only oneself. */
@Resolver()
export class MeResolver {
  constructor(
    private readonly signIns: SignIns,
    private readonly staff: StaffReader,
    private readonly acts: StaffActs,
    private readonly views: AccessViews,
  ) {}

  @Query(() => MeType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Permission(PUBLIC, { logged: false })
  async me(@WholeRequest() request: RequestContext): Promise<MeType | null> {
    const asking = askingOf(request);
    return (
      asking &&
      (await unlessOver(async () => this.views.me(await this.staff.me(asking), asking.language), null))
    );
  }

  @Mutation(() => SignInResult, {
    description: 'Begins a session: 15 minutes without a request end it, and so do 8 hours in any case.',
  })
  @Permission(PUBLIC)
  async signIn(
    @Args('input') input: SignInInput,
    @WholeRequest() request: RequestContext,
  ): Promise<SignedInType> {
    // One token a browser, however many people say that it is theirs.
    const device = request.deviceToken ?? (input.shared ? null : newToken());
    const { token, actor } = await this.signIns.signIn({
      email: input.email,
      password: input.password,
      code: input.code,
      kind: input.deliver === 'TOKEN' ? 'API' : 'BROWSER',
      address: request.address,
      replaces: request.tokenHash,
      device: device === null ? null : hashToken(device),
      remember: !input.shared,
      userAgent: request.userAgent,
    });
    const me = await this.staff.me({ ...unlogged(request), actor, tokenHash: hashToken(token) });
    if (input.deliver === 'COOKIE') {
      request.setCookie(token);
      if (device !== null && !input.shared) request.setDevice(device);
    }
    return { me: this.views.me(me, request.language), token: input.deliver === 'TOKEN' ? token : null };
  }

  @Mutation(() => Boolean, { description: 'Ends the session. True when there was one.' })
  @Permission(PUBLIC)
  async signOut(@WholeRequest() request: RequestContext): Promise<boolean> {
    const asking = askingOf(request);
    request.setCookie(null);
    if (!asking) return false;
    return unlessOver(async () => {
      await this.signIns.signOut(asking);
      return true;
    }, false);
  }

  @Mutation(() => MeType, { description: 'Chooses the language, on every device.' })
  @Permission('me.write')
  async setLanguage(
    @Args('language', { type: () => LanguageEnum, description: 'Which.' }) language: Language,
    @WhoAsks() asking: Asking,
  ): Promise<MeType> {
    return this.views.me(await this.acts.setLanguage(asking, language), language);
  }
}

/** For the operations that serve everybody: who asks, when somebody is signed in. */
function askingOf(request: RequestContext): Asking | null {
  const { actor, tokenHash } = request;
  return actor && tokenHash && { ...unlogged(request), actor, tokenHash };
}

const unlogged = ({ language }: RequestContext) => ({ language, operation: 'me.read', logged: false });

/** A session that has just ended is nobody's: no error where nobody may ask too. */
async function unlessOver<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SessionOver) return otherwise;
    throw error;
  }
}
