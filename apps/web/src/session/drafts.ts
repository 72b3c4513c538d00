const prefix = 'elchin.draft.';

/** A half-filled form: a text (or several codes) per field path. */
export type DraftValues = Record<string, string | string[]>;

export interface Draft {
  /** The id the case will have; made with the draft, so that sending it again files nothing twice. */
  id: string;
  savedAt: string;
  values: DraftValues;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Draft>;
  return (
    typeof draft.id === 'string' && typeof draft.values === 'object' && typeof draft.savedAt === 'string'
  );
}

/** The draft kept for this owner in this browser tab, if one is there and whole. */
export function readDraft(owner: string, storage: Storage = sessionStorage): Draft | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(prefix + owner) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps the draft until it is filed, thrown away, or the tab is closed; false when there is no room. */
export function keepDraft(owner: string, draft: Draft, storage: Storage = sessionStorage): boolean {
  try {
    storage.setItem(prefix + owner, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Throws one draft away. */
export function dropDraft(owner: string, storage: Storage = sessionStorage): void {
  storage.removeItem(prefix + owner);
}

/** Throws every draft away, at sign-out. */
export function forgetDrafts(storage: Storage = sessionStorage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}
