import { useSyncExternalStore } from 'react';
import { ownDraftsModule } from '../drafts/lazily.ts';
import { someoneHere } from './someone.ts';

/** Those who wait for the person to be back: every request that the ended session has stopped. */
let waiting: { back: Promise<boolean>; settle: (same: boolean) => void } | null = null;
const listeners = new Set<() => void>();

function change(next: typeof waiting): void {
  waiting = next;
  for (const listener of listeners) listener();
}

/**
 * The session has ended: what is half-written is sealed, its key forgotten, and the person asked to sign in where they are.
 * @returns true when they have; false at once when nobody had signed in on this page.
 */
export function signInAgain(): Promise<boolean> {
  if (!someoneHere()) return Promise.resolve(false);
  if (!waiting) {
    let settle: (same: boolean) => void = () => undefined;
    const back = new Promise<boolean>((resolve) => (settle = resolve));
    change({ back, settle });
    void ownDraftsModule()
      .then((drafts) => drafts.sealed())
      .catch(() => undefined);
  }
  return waiting?.back ?? Promise.resolve(false);
}

/** The same person has a session again: what waited goes on. */
export function isBack(): void {
  const before = waiting;
  change(null);
  before?.settle(true);
}

/** Whether the page waits for its person to sign in again. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}
