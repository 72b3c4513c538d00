import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

/** Everything that the environment may decide, read once at the start. */
export interface Config {
  /** Address to listen on; loopback unless told otherwise, since the register holds names of prisoners. */
  host: string;
  port: number;
  /** Where whoever watches the process is answered by a thread of its own; undefined: only at `port`, with everybody else. */
  healthPort: number | undefined;
  production: boolean;
  /** Folder of the embedded PostgreSQL and of uploaded files. */
  dataDir: string;
  /** An external server's address for the owner of the tables; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** The same server for the application's own role; derived from `databaseUrl` when left out. */
  appDatabaseUrl: string | undefined;
  /** The same server for the role that lets people in; derived from `databaseUrl` when left out. */
  doorDatabaseUrl: string | undefined;
  /** Whose X-Forwarded-* are believed: that of the nearest so many proxies, or of proxies at these addresses; false: nobody's. */
  behindProxy: false | number | string[];
  /** The secret from which keys follow that must not lie in the database: made when there is none. */
  secretFile: string;
  /** The key that signs checkpoints of the access log: made when there is none. */
  logKeyFile: string;
  /** Where copies of those checkpoints go: another disk, or a mounted share. */
  logFolder: string;
}

export class ConfigError extends Error {}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming the variable and what it may hold.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const production = env.NODE_ENV === 'production';
  const dataDir = resolve(env.ELCHIN_DATA_DIR ?? '.elchin');
  return {
    host: readHost(env.HOST, production || env.ELCHIN_DEMO_OPEN === '1'),
    port: readPort('PORT', env.PORT) ?? 3000,
    healthPort: readPort('ELCHIN_HEALTH_PORT', env.ELCHIN_HEALTH_PORT),
    production,
    dataDir,
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL),
    appDatabaseUrl: readUrl('ELCHIN_APP_DATABASE_URL', env.ELCHIN_APP_DATABASE_URL),
    doorDatabaseUrl: readUrl('ELCHIN_DOOR_DATABASE_URL', env.ELCHIN_DOOR_DATABASE_URL),
    behindProxy: readProxies(env.ELCHIN_BEHIND_PROXY),
    secretFile: resolve(env.ELCHIN_SECRET_FILE || join(dataDir, 'secret.key')),
    logKeyFile: resolve(env.ELCHIN_LOG_KEY_FILE || join(dataDir, 'access-log-key.pem')),
    logFolder: resolve(env.ELCHIN_LOG_FOLDER || join(dataDir, 'access-log-checkpoints')),
  };
}

/** The demo's passwords are public: it is shown to other machines only when somebody says so. */
function readHost(text: string | undefined, mayBeOpen: boolean): string {
  const host = text || '127.0.0.1';
  if (mayBeOpen || /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/i.test(host)) return host;
  throw new ConfigError(
    `HOST=${host} would open the demo, whose passwords are public, to other machines. Set NODE_ENV=production to run for real, ` +
      'or ELCHIN_DEMO_OPEN=1 to show the demo all the same.',
  );
}

const MOST_PROXIES = 9;

/**
 * A client can write anything into X-Forwarded-For; only what our own proxies appended is true. So either their number counts
 * (from the right), or their addresses.
 */
function readProxies(text = ''): Config['behindProxy'] {
  const said = text.trim();
  if (said === '' || said === '0') return false;
  const hops = Number(said);
  if (Number.isInteger(hops) && hops > 0 && hops <= MOST_PROXIES) return hops;
  const proxies = said.split(',').map((part) => part.trim());
  if (proxies.every(isNetwork)) return proxies;
  throw new ConfigError(
    'ELCHIN_BEHIND_PROXY must be the number of proxies in front (1 to 9), or their addresses or networks with commas between ' +
      `them, for example 10.0.0.5,192.168.7.0/24. It is "${text}".`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= bits);
}

function readPort(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`${name} must be a whole number from 0 to 65535, not "${text}".`);
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
