import { readFile, writeFile } from 'node:fs/promises';
import {
  flatTableFromCsv,
  flatTableToCsv,
  ModelError,
  parsePublished,
  type Pattern,
  type Published,
} from '#disclosure';

/** Exit codes of the two commands; scripts rely on them. */
export const Exit = { done: 0, falls: 1, undecided: 2, nothingSafe: 3, badInput: 4 } as const;

/** Reads a JSON file. @throws ModelError naming the file when it is not JSON */
async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ModelError(
      '/',
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reads a problem or a publication: JSON, or one flat table as CSV (a file name ending in `.csv`). */
export async function readTables(file: string, kind: 'problem' | 'published'): Promise<unknown> {
  return isCsv(file) ? flatTableFromCsv(await readFile(file, 'utf8'), kind) : readJson(file);
}

function isCsv(file: string): boolean {
  return file.toLowerCase().endsWith('.csv');
}

/** Reads a ledger; undefined when none is named. */
export async function readLedger(file: string | undefined): Promise<Published | undefined> {
  return file === undefined ? undefined : parsePublished(await readTables(file, 'published'));
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

/** Writes a pattern: JSON with its proof; as CSV the cells alone, with the proof in `<file>.proof.json` beside them. */
export async function writePattern(file: string, pattern: Pattern): Promise<void> {
  if (!isCsv(file)) return writeJson(file, pattern);
  await writeFile(file, flatTableToCsv(parsePublished(pattern)));
  await writeJson(`${file}.proof.json`, pattern.proof);
}

/** Runs a command's act: bad input and missing files get a sentence on stderr and their own exit code. */
export async function withExitCode(act: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await act();
  } catch (error) {
    if (!(error instanceof ModelError || isFileError(error))) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = Exit.badInput;
  }
}

/** A file that is missing, a folder, or out of reach: the message says which. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  const codes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Cancels on Ctrl-C instead of dying, so that the solver's thread ends too. */
export function cancelOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}
