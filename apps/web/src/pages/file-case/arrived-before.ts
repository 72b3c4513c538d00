import { ownDraftsModule } from '../../drafts/lazily.ts';
import { uuidv7 } from '../../format/uuid.ts';
import { request } from '../../graphql/client.ts';
import { graphql } from '../../graphql/tada.ts';
import type { DraftValues } from '../../session/drafts.ts';

const filedDocument = graphql(`
  query FiledBefore($id: ID!) {
    caseFile(id: $id) {
      id
      caseNo
      version
    }
  }
`);

/**
 * A filing had arrived, its answer was lost, and the answers were changed before they were sent again: the case is there as it
 * was first sent. What was changed since waits as a correction of it.
 * @returns the case's reference; nothing when the id belongs to something else.
 */
export async function arrivedBefore(id: string, values: DraftValues): Promise<string | null> {
  const { caseFile } = await request(filedDocument, { id });
  if (!caseFile) return null;
  const { keeper } = await ownDraftsModule();
  await keeper.keep({
    id: uuidv7(),
    form: `amend:${caseFile.id}`,
    at: `/cases/${caseFile.caseNo}/amend`,
    keptAt: new Date().toISOString(),
    base: String(caseFile.version),
    values,
  });
  return caseFile.caseNo;
}
