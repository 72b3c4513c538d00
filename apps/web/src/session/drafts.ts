/** A half-filled form: a text (or several codes) per field path. */
export type DraftValues = Record<string, string | string[]>;

interface PlainDraft {
  id: string;
  savedAt: string;
  values: DraftValues;
}

const prefix = 'elchin.draft.case.';
const plain = new Map<string, PlainDraft>();

/**
 * Before drafts were sealed, one of a new case lay in the clear in this tab's storage. It is taken off the device when the app
 * starts, and waits in memory for the person whose it was.
 */
export function takePlainDrafts(storage: Storage = sessionStorage): void {
  for (const key of Object.keys(storage)) {
    if (!key.startsWith(prefix)) continue;
    const draft = parsed(storage.getItem(key));
    if (draft) plain.set(key.slice(prefix.length), draft);
    storage.removeItem(key);
  }
}

/** That draft, once, for its owner. */
export function takePlainDraft(owner: string): PlainDraft | undefined {
  const draft = plain.get(owner);
  plain.delete(owner);
  return draft;
}

function parsed(text: string | null): PlainDraft | null {
  try {
    const { id, savedAt, values } = JSON.parse(text ?? 'null') as Partial<PlainDraft>;
    const whole = typeof id === 'string' && typeof savedAt === 'string' && typeof values === 'object';
    return whole ? { id, savedAt, values } : null;
  } catch {
    return null;
  }
}
