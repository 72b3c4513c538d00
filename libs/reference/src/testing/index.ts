import { Codes } from '../codes.js';
import { readReferenceFiles } from '../reference.files.js';

/** The real reference data without a database, for pure specs of the rooms after this one. */
export async function codesFromFiles(): Promise<Codes> {
  const codes = new Codes(() => readReferenceFiles());
  await codes.reload();
  return codes;
}
