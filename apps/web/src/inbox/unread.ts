import { useEffect, useSyncExternalStore } from 'react';
import { requestOnce } from '../graphql/client.ts';
import { graphql } from '../graphql/tada.ts';

const unreadDocument = graphql(`
  query Unread {
    unreadNotices
  }
`);

const EVERY_MS = 60_000;

/** Coming back to the page asks anew, but not each time somebody goes to and fro between two windows. */
const AT_MOST_EVERY_MS = 15_000;

let unread = 0;
let askedAt = 0;
let touched = true;
const listeners = new Set<() => void>();

/** The count as an answer of the server has it. */
export function noteUnread(count: number): void {
  unread = count;
  for (const listener of listeners) listener();
}

/** A question by the page itself: who does not answer (no line, no session) is not asked to sign in. */
async function ask(): Promise<void> {
  if (document.visibilityState === 'hidden' || Date.now() - askedAt < AT_MOST_EVERY_MS) return;
  askedAt = Date.now();
  touched = false;
  await requestOnce(unreadDocument, {}).then(
    ({ unreadNotices }) => noteUnread(unreadNotices),
    () => undefined,
  );
}

/**
 * Asks at once, whenever somebody comes back to the page, and every minute in which somebody was there: a page that nobody
 * touches must not keep its session alive.
 */
export function watchUnread(): () => void {
  askedAt = 0;
  const asks = () => void ask();
  const touch = (): void => {
    touched = true;
  };
  asks();
  const timer = setInterval(() => {
    if (touched) asks();
  }, EVERY_MS);
  const signs = ['keydown', 'pointerdown', 'pointermove', 'scroll'] as const;
  for (const sign of signs) addEventListener(sign, touch, { passive: true });
  addEventListener('focus', asks);
  document.addEventListener('visibilitychange', asks);
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, touch);
    removeEventListener('focus', asks);
    document.removeEventListener('visibilitychange', asks);
    noteUnread(0);
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** As `useUnread`, without a page. */
export const unreadNow = (): number => unread;

/** How many of the person's notices are unread, as far as this page has heard. */
export function useUnread(): number {
  useEffect(watchUnread, []);
  return useSyncExternalStore(subscribe, unreadNow);
}
