import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says what was done: it stands at the head of the page and is read out, until the next page is opened. */
export function say(text: string): void {
  said = text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What was done last. Always on the page, since readers of the screen only hear what changes in it. */
export function Said(): ReactNode {
  const text = useSyncExternalStore(subscribe, () => said);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) say('');
    before.current = path;
  }, [path]);
  return (
    <div role="status" className={text ? 'notice notice-good said' : undefined}>
      {text ? <p>{text}</p> : null}
    </div>
  );
}
