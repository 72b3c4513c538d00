import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from './config.js';
import { openSecret } from './crypto/secret-file.js';
import { Sealer } from './crypto/sealer.js';
import { Database } from './database/database.js';
import { DoorDatabase } from './database/door-database.js';
import { Jobs } from './jobs/index.js';
import { Health } from './health/health.js';
import { createLog, type Log } from './log.js';
import { CONFIG, LOG } from './tokens.js';
import { type RoomWords, Words } from './words/words.js';

/** What the app decides for all rooms. */
export interface PlatformOptions {
  config: Config;
  /** Address for the application's own role. */
  appUrl: string;
  /** Address for the role that lets people in. */
  doorUrl: string;
  words: readonly RoomWords[];
  log?: Log;
}

/** Gives every room the database, the words, the configuration and the log. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, appUrl, doorUrl, words, log = createLog() }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: Words, useFactory: () => Words.of(words) },
        {
          provide: Database,
          inject: [DataSource],
          useFactory: (orm: DataSource) => new Database(orm, appUrl, undefined, log),
        },
        { provide: Sealer, useFactory: () => new Sealer(openSecret(config.secretFile)) },
        { provide: DoorDatabase, useFactory: () => new DoorDatabase(doorUrl) },
        {
          provide: Jobs,
          inject: [Database],
          useFactory: (database: Database) => new Jobs(database, log, appUrl),
        },
        Health,
      ],
      exports: [CONFIG, LOG, Words, Database, DoorDatabase, Sealer, Jobs, Health],
    };
  }
}
