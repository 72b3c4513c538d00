import pg from 'pg';
import { type FileImport, type FileImportReport, importFile } from '#cases';
import { foldNow } from '#statistics';

/** Imports a file as the operator, and has the new facts counted at once: figures do not wait, but their readers would work. */
export async function importByOperator(ownerUrl: string, file: FileImport): Promise<FileImportReport> {
  const report = await importFile(ownerUrl, file);
  if (report.imported > 0) await withOwner(ownerUrl, foldNow);
  return report;
}

async function withOwner(ownerUrl: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
