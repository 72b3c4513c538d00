// Builds the server (tsc) and the web app (vite) when a source is newer than the last build of it. No arguments: all.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const program = (path) => join(root, 'node_modules', path);

const parts = {
  server: {
    sources: ['apps', 'libs', 'package.json', 'tsconfig.json'],
    skip: /\/web(\/|$)|\.spec\.ts$/,
    commands: [[program('typescript/bin/tsc'), '-p', 'apps/tsconfig.build.json']],
    after: finishServer,
  },
  web: {
    sources: ['apps/web', 'apps/api/schema.graphql', 'package.json'],
    skip: /\.spec\.tsx?$/,
    commands: [[program('vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn']],
    after: () => Promise.resolve(),
  },
};

/** @param {(keyof typeof parts)[]} wanted */
export async function buildWhenStale(wanted) {
  for (const name of wanted) {
    const { sources, skip } = parts[name];
    const stamp = join(root, 'dist', `.${name}-built`);
    const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
    const newest = Math.max(...sources.map((source) => newestIn(join(root, source), skip)));
    if (newest > built) await build(name, newest, stamp);
  }
}

async function build(name, newest, stamp) {
  process.stderr.write(`Building the ${name}…\n`);
  for (const [script, ...options] of parts[name].commands) {
    const { status } = spawnSync(process.execPath, [script, ...options], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  await parts[name].after();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  // A source changed while it was being built is newer than this, and built next time.
  const moment = new Date(Math.ceil(newest));
  utimesSync(stamp, moment, moment);
}

function newestIn(path, skip) {
  if (skip.test(path) || path.endsWith('node_modules')) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((entry) => newestIn(join(path, entry), skip)));
}

/** Puts the data files that the server reads beside its code, and bundles it. */
async function finishServer() {
  const sql = readdirSync(join(root, 'libs')).map((room) => `libs/${room}/src/sql`);
  const data = ['libs/reference/data', 'libs/cases/src/import/profiles', ...sql];
  for (const path of data.filter((path) => existsSync(join(root, path)))) {
    cpSync(join(root, path), join(root, 'dist', path), {
      recursive: true,
      filter: (from) => !from.endsWith('.ts'),
    });
  }
  // Plain JavaScript, since `npm start` needs it before anything is built.
  cpSync(join(root, 'apps/port.js'), join(root, 'dist/apps/port.js'));
  // Only who builds needs a bundler.
  const { bundleServer } = await import('./bundle.js');
  await bundleServer();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(parts)) await build(name, Date.now(), join(root, 'dist', `.${name}-built`));
  const { writeSbom } = await import('./sbom.js');
  writeSbom();
}
