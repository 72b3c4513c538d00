import { Module, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AccessApiModule } from '#access/api';
import { CasesApiModule } from '#cases/api';
import { DateScalar, DateTimeScalar, MonthScalar } from '#platform/api';
import { ReferenceApiModule } from '#reference/api';
import { StatisticsApiModule } from '#statistics/api';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

const RESOLVER_TYPE = 'graphql:resolver_type';

/** The schema of all rooms' counters, in SDL, without a database: only what the decorators say. */
export async function printApiSchema(): Promise<string> {
  const app = await NestFactory.create(SchemaModule, { logger: false });
  await app.init();
  const factory = app.get(GraphQLSchemaFactory);
  const resolvers = [ReferenceApiModule, AccessApiModule, CasesApiModule, StatisticsApiModule].flatMap(resolversOf);
  const schema = await factory.create(resolvers, [DateScalar, DateTimeScalar, MonthScalar]);
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** The resolvers among a module's providers, and those of the modules it imports from its own room. */
function resolversOf(module: Type): Type[] {
  const providers = (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as unknown[];
  return providers.filter(
    (provider): provider is Type => typeof provider === 'function' && Reflect.hasMetadata(RESOLVER_TYPE, provider),
  );
}
