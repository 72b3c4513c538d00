import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessApiModule, RefusalsInLog } from '#access/api';
import { AccessModule, RefusalsLog, SessionCache } from '#access';
import { CasesApiModule } from '#cases/api';
import { type Config, CONFIG, type Log, LOG, ORDINARY, PlatformModule, PROCESS_NAME, Words } from '#platform';
import {
  DateScalar,
  DateTimeScalar,
  InputValidation,
  type KnownDocuments,
  DecimalScalar,
  MonthScalar,
} from '#platform/api';
import { ReferenceApiModule } from '#reference/api';
import { StatisticsApiModule } from '#statistics/api';
import { allWords } from '../../street.js';
import { graphqlOptions } from './graphql.options.js';
import { HttpErrorsFilter } from './http-errors.filter.js';
import { HealthController } from './health.controller.js';

export interface AppOptions {
  config: Config;
  /** Address for the application's own role. */
  appUrl: string;
  /** Address for the role that lets people in. */
  doorUrl: string;
  log: Log;
}

type OptionsOf = [Config, Log, Words, SessionCache];

/** The connections of acts. */
const ACTS = {
  type: 'postgres',
  autoLoadEntities: true,
  applicationName: PROCESS_NAME,
  poolSize: 5,
  extra: ORDINARY,
  retryAttempts: 0,
} as const;

/** The API: all rooms, composed. It owns nothing itself. */
@Module({})
export class AppModule {
  static with({ config, appUrl, doorUrl, log }: AppOptions, known: KnownDocuments): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ config, appUrl, doorUrl, words: allWords, log }),
        TypeOrmModule.forRoot({ ...ACTS, url: appUrl }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [AccessModule],
          inject: [CONFIG, LOG, Words, SessionCache],
          useFactory: (...[settings, logger, words, sessions]: OptionsOf) =>
            graphqlOptions(settings, logger, words, sessions, known),
        }),
        ReferenceApiModule,
        AccessModule,
        AccessApiModule,
        CasesApiModule,
        StatisticsApiModule,
      ],
      controllers: [HealthController],
      providers: [
        DateScalar,
        DateTimeScalar,
        DecimalScalar,
        MonthScalar,
        { provide: APP_PIPE, useClass: InputValidation },
        // The last one that fits is asked first: refusals before everything else.
        {
          provide: APP_FILTER,
          inject: [LOG, Words],
          useFactory: (logger: Log, words: Words) => new HttpErrorsFilter(logger, words),
        },
        {
          provide: APP_FILTER,
          inject: [RefusalsLog, Words],
          useFactory: (refused: RefusalsLog, words: Words) => new RefusalsInLog(refused, words),
        },
      ],
    };
  }
}
