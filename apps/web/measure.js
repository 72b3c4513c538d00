// What a browser fetches to show each page for the first time, gzip -9, in KB: node apps/web/measure.js
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const folder = new URL('../../dist/web/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));
const LIMIT = 220;

/** The files of a chunk and of all that it imports before it can run. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const style of chunk.css ?? []) seen.add(style);
  for (const other of chunk.imports ?? []) filesOf(other, seen);
  return seen;
}

const sizeOf = (file) => gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length / 1024;
const pages = Object.keys(manifest).filter(
  (key) => /^src\/pages\/.*-page\.tsx$/.test(key) && manifest[key].isDynamicEntry,
);
let over = false;
for (const page of pages.sort()) {
  const files = new Set(['index.html']);
  for (const key of ['index.html', 'src/i18n/mn.json', page])
    for (const file of filesOf(key)) files.add(file);
  const sum = (kind) =>
    [...files].filter((file) => file.endsWith(kind)).reduce((total, file) => total + sizeOf(file), 0);
  const total = sum('.js') + sum('.css') + sum('.html');
  over ||= total > LIMIT;
  const parts = `JS ${sum('.js').toFixed(1)}, CSS ${sum('.css').toFixed(1)}`;
  process.stdout.write(
    `${page.replace('src/pages/', '').padEnd(40)} ${total.toFixed(1).padStart(6)} KB  (${parts})\n`,
  );
}
if (over) {
  process.stderr.write(`A first load is above ${LIMIT} KB.\n`);
  process.exitCode = 1;
}
