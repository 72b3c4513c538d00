import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { print } from 'graphql';
import { rolldown } from 'rolldown';

const web = resolve(import.meta.dirname, '../../apps/web/src');

/** The web app's own documents, taken from its sources, so that what is measured is what it sends. */
const sources = {
  fileCase: ['cases/documents.ts', 'fileCaseDocument'],
  worklist: ['pages/worklist/worklist-document.ts', 'worklistDocument'],
  statistics: ['pages/statistics/statistics-documents.ts', 'statisticsDocument'],
  caseFile: ['cases/case-file-document.ts', 'caseFileDocument'],
};

/** Something the web app does not send: the API's own search by a name. */
const searchCases = `query Search($fragment: String!, $first: Int! = 20) {
  searchCases(fragment: $fragment, first: $first) {
    id caseNo type status subject { displayName } hostCountry { code label }
  }
}`;

/** Each document with its hash (automatic persisted queries), as the web app's client sends it. */
export async function webDocuments() {
  const lines = Object.entries(sources).map(
    ([name, [path, exported]]) =>
      `export { ${exported} as ${name} } from ${JSON.stringify(resolve(web, path))};`,
  );
  const entry = 'elchin-bench-documents';
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? lines.join('\n') : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const code = Buffer.from(output[0].code).toString('base64');
  const documents = await import(`data:text/javascript;base64,${code}`);
  const texts = Object.keys(sources).map((name) => [name, print(documents[name])]);
  return Object.fromEntries(
    [...texts, ['searchCases', searchCases]].map(([name, text]) => [name, persisted(text)]),
  );
}

function persisted(query) {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const operationName = /(?:query|mutation)\s+(\w+)/.exec(query)[1];
  return { query, operationName, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
