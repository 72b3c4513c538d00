import { resolve } from 'node:path';

/** Everything that the environment may decide, read once at the start. */
export interface Config {
  /** Address to listen on; loopback unless told otherwise, since the register holds names of prisoners. */
  host: string;
  port: number;
  production: boolean;
  /** Folder of the embedded PostgreSQL and of uploaded files. */
  dataDir: string;
  /** An external server's address for the owner of the tables; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** The same server for the application's own role; derived from `databaseUrl` when left out. */
  appDatabaseUrl: string | undefined;
  /** Trust X-Forwarded-* of the reverse proxy in front. */
  behindProxy: boolean;
}

export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming the variable and what it may hold.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    host: env.HOST ?? '127.0.0.1',
    port: readPort(env.PORT),
    production: env.NODE_ENV === 'production',
    dataDir: resolve(env.ELCHIN_DATA_DIR ?? '.elchin'),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL),
    appDatabaseUrl: readUrl('ELCHIN_APP_DATABASE_URL', env.ELCHIN_APP_DATABASE_URL),
    behindProxy: env.ELCHIN_BEHIND_PROXY === '1',
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new ConfigError(`${name} must be an address like postgres://user:password@host:5432/database.`);
  }
  return text;
}
