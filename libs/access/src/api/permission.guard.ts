import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { type Declaration, DECLARATION, PUBLIC } from '#platform';
import type { RequestContext } from '../asking.js';
import { mayDo } from '../policy.rules.js';

/** Denies by default: an operation without a declaration is refused to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true; // HTTP routes are guarded where they are declared
    const declaration = this.reflector.get<Declaration | undefined>(DECLARATION, context.getHandler());
    if (declaration?.permission === PUBLIC) return true;
    const { actor } = GqlExecutionContext.create(context).getContext<RequestContext>();
    if (!actor) throw unauthenticated();
    if (!declaration || !mayDo(actor.role, declaration.permission)) throw forbidden();
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
