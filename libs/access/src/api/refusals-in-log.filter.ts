import { type ArgumentsHost, Catch } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Refusal, Words } from '#platform';
import { type Refused, RefusalFilter } from '#platform/api';
import { NotAllowed } from '../acting.rules.js';
import type { Asking, RequestContext } from '../asking.js';
import { RefusalsLog } from '../refusals-log.service.js';
import { isUuid } from '../uuid.rules.js';
import { forbidden, Forbidden } from './permission.guard.js';

/** Every expected "no" to somebody who is signed in stands in the access log before it is said. */
@Catch(Refusal, NotAllowed, Forbidden)
export class RefusalsInLog {
  private readonly said: RefusalFilter;

  constructor(
    private readonly log: RefusalsLog,
    words: Words,
  ) {
    this.said = new RefusalFilter(words);
  }

  async catch(no: Refusal | NotAllowed | Forbidden, host: ArgumentsHost): Promise<Refused> {
    const graphql = GqlArgumentsHost.create(host);
    const request = graphql.getContext<RequestContext>();
    const operation = request.asked?.get(graphql.getInfo<GraphQLResolveInfo>().fieldName);
    const codes = no instanceof Refusal ? no.items.map(({ code }) => code) : ['FORBIDDEN'];
    if (operation && request.actor && request.tokenHash) {
      const { actor, tokenHash, language } = request;
      const asking: Asking = { actor, tokenHash, language, operation, logged: true };
      await this.log.write(asking, { subjectId: subjectOf(graphql.getArgs()), codes });
    }
    if (no instanceof Refusal) return this.said.catch(no, host);
    throw forbidden();
  }
}

/** The row that was asked for, as operations name it. */
function subjectOf(args: Record<string, unknown>): string | null {
  const input = args.input as Record<string, unknown> | null | undefined;
  const named = [args.id, args.caseId, input?.id, input?.caseId];
  return named.find((one): one is string => typeof one === 'string' && isUuid(one)) ?? null;
}
