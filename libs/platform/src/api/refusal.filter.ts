import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
import { getNullableType, GraphQLError, type GraphQLResolveInfo, isUnionType } from 'graphql';
import { Refusal } from '../refusal.js';
import type { Language, Words } from '../words/words.js';
import type { Refused } from './refused.type.js';

/**
 * Turns an expected "no" into what the operation's type promises: a `Refused` where the result is a union with it, an
 * error with the code `BAD_USER_INPUT` elsewhere.
 */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly words: Words) {}

  catch(refusal: Refusal, host: ArgumentsHost): Refused {
    const graphql = GqlArgumentsHost.create(host);
    const language = graphql.getContext<{ language?: Language }>().language ?? 'mn';
    const refusals = refusal.items.map((item) => this.words.refusal(item, language));
    if (promisesRefused(graphql.getInfo<GraphQLResolveInfo>())) return { refusals };
    const first = refusals[0];
    throw new GraphQLError(first ? `${first.message} ${first.remedy}` : refusal.message, {
      extensions: { code: 'BAD_USER_INPUT', refusals },
    });
  }
}

function promisesRefused(info: GraphQLResolveInfo): boolean {
  const type = getNullableType(info.returnType);
  return isUnionType(type) && type.getTypes().some((member) => member.name === 'Refused');
}
