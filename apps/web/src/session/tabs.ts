/** What the tabs of one browser tell each other: they share the session, so none may go on as if it were still there. */
export type Word = { kind: 'signed-in'; id: string } | { kind: 'signed-out'; drafts: 'kept' | 'deleted' };

const NAME = 'elchin.session';
/** Not every browser has channels; every browser tells tabs of a change in their storage. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null;

/** Tells the other tabs; this one hears nothing of it. */
export function tell(word: Word): void {
  if (channel) {
    channel.postMessage(word);
    return;
  }
  try {
    localStorage.setItem(NAME, JSON.stringify(word));
    localStorage.removeItem(NAME);
  } catch {
    // Without storage there are no other tabs that could be told.
  }
}

/** Hears what other tabs tell. */
export function listen(heard: (word: Word) => void): void {
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Word>) => heard(data);
    return;
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === NAME && newValue) heard(JSON.parse(newValue) as Word);
  });
}
