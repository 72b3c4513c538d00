import { Module, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AccessApiModule } from '#access/api';
import { CasesApiModule } from '#cases/api';
import { DateScalar, DateTimeScalar, DecimalScalar, MonthScalar } from '#platform/api';
import { ReferenceApiModule } from '#reference/api';
import { StatisticsApiModule } from '#statistics/api';

@Module({ imports: [GraphQLSchemaBuilderModule] })
class SchemaModule {}

const counters = [ReferenceApiModule, AccessApiModule, CasesApiModule, StatisticsApiModule];
const RESOLVER_TYPE = 'graphql:resolver_type';
const SCALAR_NAME = 'graphql:scalar_name';

/** The schema of all rooms' counters, in SDL, without a database: only what the decorators say. */
export async function printApiSchema(): Promise<string> {
  const app = await NestFactory.createApplicationContext(SchemaModule, { logger: false });
  const factory = app.get(GraphQLSchemaFactory);
  const marked = (mark: string) => counters.flatMap((counter) => providersWith(mark, counter));
  const scalars = [DateScalar, DateTimeScalar, DecimalScalar, MonthScalar, ...marked(SCALAR_NAME)];
  const schema = await factory.create(marked(RESOLVER_TYPE), scalars);
  await app.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** A module's own providers that a decorator of Nest's GraphQL has marked. */
function providersWith(mark: string, module: Type): Type[] {
  const providers = (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as unknown[];
  return providers.filter(
    (provider): provider is Type => typeof provider === 'function' && Reflect.hasMetadata(mark, provider),
  );
}
