import { requestOnce } from '../graphql/client.ts';
import { graphql } from '../graphql/tada.ts';
import { keysFrom, type Keys } from './sealing.ts';

const draftKeyDocument = graphql(`
  query DraftKey {
    draftKey
  }
`);

/** In this variable and nowhere else. */
let held: Promise<Keys> | undefined;

/** The keys of the person signed in, fetched once in the life of a page. */
export function ownKeys(): Promise<Keys> {
  held ??= requestOnce(draftKeyDocument, {}).then(({ draftKey }) => keysFrom(draftKey));
  held.catch(() => (held = undefined));
  return held;
}

/** Forgets them: nothing can be opened until that person has signed in again. */
export function dropKeys(): void {
  held = undefined;
}
