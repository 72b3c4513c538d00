// Writes the list of what runs (CycloneDX, dist/sbom.cdx.json) and looks at the licences: each must go with Apache-2.0.
// `npm run build` does this at its end; by itself: node apps/sbom.js
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, '..');

/** Licences under which something may be in what we ship, by their SPDX names. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'PostgreSQL',
  'Unlicense',
]);

/** Whether a licence, or an expression of several, lets us ship it: all of what is joined by AND, one of what is joined by OR. */
export function isAllowed(expression) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(bare)) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => ALLOWED.has(one.replace(/[()]/g, '').trim()));
}

/** What runs, as npm knows it. Where packages came from is nobody's business, and differs from machine to machine. */
export function listWhatRuns() {
  const npm = process.env.npm_execpath;
  const args = ['sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx'];
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm could not say what runs: ${stderr}`);
  const list = JSON.parse(stdout);
  const { name, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  Object.assign(list.metadata.component, { name, version });
  for (const component of list.components) {
    component.externalReferences = component.externalReferences?.filter(
      ({ type }) => type !== 'distribution',
    );
  }
  return list;
}

/** Packages whose licence is unknown or not allowed, each with what it says. */
export function doubtful({ components }) {
  return components
    .map(({ name, version, licenses = [] }) => {
      const said = licenses.map(
        ({ license, expression }) => expression ?? license?.id ?? license?.name ?? '',
      );
      return { name: `${name}@${version}`, said };
    })
    .filter(({ said }) => said.length === 0 || !said.every(isAllowed))
    .map(({ name, said }) => `${name}: ${said.join(', ') || 'says nothing'}`);
}

export function writeSbom() {
  const list = listWhatRuns();
  const found = doubtful(list);
  if (found.length > 0) {
    throw new Error(
      `These may not go with Apache-2.0; look at them, then at ALLOWED in apps/sbom.js:\n${found.join('\n')}`,
    );
  }
  mkdirSync(resolve(root, 'dist'), { recursive: true });
  writeFileSync(resolve(root, 'dist/sbom.cdx.json'), JSON.stringify(list, null, 2));
  return list.components.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(
      `${writeSbom()} packages run; dist/sbom.cdx.json lists them, and their licences go with ours\n`,
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
