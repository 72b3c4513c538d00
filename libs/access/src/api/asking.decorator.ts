import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type Declaration, DECLARATION } from '#platform';
import type { Asking, RequestContext } from '../asking.js';
import { unauthenticated } from './permission.guard.js';

/** The parameter of a resolver that says who asks, as a room's acts want it. */
export const WhoAsks = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const request = GqlExecutionContext.create(context).getContext<RequestContext>();
  const declaration = Reflect.getMetadata(DECLARATION, context.getHandler()) as Declaration;
  if (!request.actor || !request.tokenHash) throw unauthenticated();
  return {
    actor: request.actor,
    tokenHash: request.tokenHash,
    language: request.language,
    operation: declaration.permission,
    logged: declaration.logged,
  };
});

/** The whole request, for the operations that serve people who have not signed in yet. */
export const WholeRequest = createParamDecorator((_: unknown, context: ExecutionContext): RequestContext =>
  GqlExecutionContext.create(context).getContext<RequestContext>(),
);
