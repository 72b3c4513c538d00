import { paths } from '../paths.ts';
import { takePlainDraft } from '../session/drafts.ts';
import { someoneHere } from '../session/someone.ts';
import { BrowserDevice } from './device.ts';
import type { Draft } from './draft.ts';
import type { HeldDraft, Keeper } from './held-draft.ts';
import { dropKeys, ownKeys } from './keys.ts';
import { hold, type Release } from './locks.ts';
import { DraftStore } from './store.ts';

const store = new DraftStore(new BrowserDevice(), ownKeys);
/** The drafts of the forms on this page. */
const open = new Set<HeldDraft>();
/** Forms that have left the page and are still writing their last words. */
const closing = new Set<Promise<void>>();

async function takeUp(form: string): Promise<{ draft: Draft; release: Release } | null> {
  await Promise.all(closing);
  await keepPlain(form);
  for (const draft of await store.own()) {
    const release = draft.form === form ? await hold(draft.id) : null;
    if (release) return { draft, release };
  }
  return null;
}

/** What this person had written of a new case before drafts were sealed. */
async function keepPlain(form: string): Promise<void> {
  const me = someoneHere();
  const plain = form === 'file' && me ? takePlainDraft(me.id) : undefined;
  if (!plain) return;
  const { id, savedAt, values } = plain;
  await store.keep({ id, form, at: paths.fileCase, keptAt: savedAt, values });
}

/** Where the forms of this page keep their drafts. */
export const keeper: Keeper = {
  takeUp,
  hold,
  keep: (draft) => store.keep(draft),
  drop: (id) => store.drop(id),
};

/** A form has come onto the page. @returns what to call when it goes. */
export function opened(draft: HeldDraft): () => void {
  open.add(draft);
  void draft.open();
  return () => {
    open.delete(draft);
    const last = draft.close();
    closing.add(last);
    void last.finally(() => closing.delete(last));
  };
}

/** One's own drafts on this device, those of this page's forms as they stand now; the newest first. */
export async function ownDrafts(): Promise<Draft[]> {
  await flushed();
  return store.own();
}

/** Writes down what the forms of this page hold. */
export async function flushed(): Promise<void> {
  await Promise.all([...[...open].map((draft) => draft.flush()), ...closing]);
}

/** The session is over, or will be: what is written is sealed, and the key forgotten. */
export async function sealed(): Promise<void> {
  await flushed();
  dropKeys();
}

/** Deletes one's own drafts on this device; the forms of this page will not bring theirs back. */
export async function deleteOwn(): Promise<void> {
  for (const draft of open) draft.forget();
  await Promise.all(closing);
  await store.dropOwn();
}

/** What this page's forms hold is no longer wanted: another tab has deleted it. */
export function forgetHere(): void {
  for (const draft of open) draft.forget();
  dropKeys();
}
