import { graphql, type ResultOf } from '../../graphql/tada.ts';

/** What changed a case since a version of it. */
export const changesSinceDocument = graphql(`
  query ChangesSince($id: ID!, $version: Int!) {
    caseFile(id: $id) {
      version
      changesSince(version: $version) {
        id
        kind
        at
        recordedAt
        text
        fromStatus
        toStatus
        by {
          id
          name
        }
        outcome {
          label
        }
        changes {
          field
          kind
          before {
            text
            precision
          }
          after {
            text
            precision
          }
          afterIsKept
        }
      }
    }
  }
`);

export type Since = NonNullable<ResultOf<typeof changesSinceDocument>['caseFile']>['changesSince'][number];

/** What the entries of the acts are called. */
const kinds = { status: 'STATUS_CHANGED', close: 'CLOSED', reopen: 'REOPENED', amend: 'AMENDED' } as const;

/** An act as it was sent: as far as its entry says the same. */
interface Sent {
  to?: unknown;
  reason?: unknown;
  note?: unknown;
}

/**
 * Whether the first change since the version that was read is the very act that was sent: it was done, and only its answer was
 * lost on the way.
 */
export function wasDone(act: string, sent: Sent, me: string, since: readonly Since[]): boolean {
  const first = since.at(-1);
  const kind = kinds[act as keyof typeof kinds] as string | undefined;
  if (!first || first.kind !== kind || first.by?.id !== me) return false;
  const said = typeof sent.reason === 'string' ? sent.reason : sent.note;
  const sameWords = (first.text ?? '') === (typeof said === 'string' ? said.trim() : '');
  return sameWords && (sent.to === undefined || sent.to === first.toStatus);
}
