import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { type Declaration, DECLARATION, PUBLIC } from '#platform';
import type { RequestContext } from '../asking.js';
import { mayDo } from '../policy.rules.js';

/** Somebody's role does not hold what an operation declares. The filter writes it to the log and says it. */
export class Forbidden extends Error {
  constructor(readonly said: GraphQLError) {
    super(said.message);
  }
}

/** Denies by default: an operation without a declaration is refused to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true; // HTTP routes are guarded where they are declared
    const declaration = this.reflector.get<Declaration | undefined>(DECLARATION, context.getHandler());
    if (declaration?.permission === PUBLIC) return true;
    const graphql = GqlExecutionContext.create(context);
    const request = graphql.getContext<RequestContext>();
    if (!request.actor) throw unauthenticated();
    if (!declaration) throw forbidden();
    const allowed = mayDo(request.actor.role, declaration.permission);
    // What is refused, whether here or by the act, stands in the log under the permission that it asked for.
    if (declaration.logged || !allowed) {
      request.asked ??= new Map<string, string>();
      request.asked.set(graphql.getInfo<GraphQLResolveInfo>().fieldName, declaration.permission);
    }
    if (!allowed) throw new Forbidden(forbidden());
    return true;
  }
}

export function unauthenticated(): GraphQLError {
  return new GraphQLError('Sign in first. / Эхлээд нэвтэрнэ үү.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

export function forbidden(): GraphQLError {
  return new GraphQLError('Your role does not allow this. / Таны эрх үүнийг зөвшөөрөхгүй.', {
    extensions: { code: 'FORBIDDEN' },
  });
}
