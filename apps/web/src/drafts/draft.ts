import type { DraftValues } from '../session/drafts.ts';

/** Something half-written: which form, where it goes on, and what stands in its fields. */
export interface Draft {
  /** The id that the case or the entry will have; made with the draft, so that sending it again does nothing twice. */
  id: string;
  /** Which form of the app: "file", or "note:" and the case's id. */
  form: string;
  /** The address at which it goes on. */
  at: string;
  keptAt: string;
  /** The version of what the form changes, on which it was begun. */
  base?: string | undefined;
  values: DraftValues;
}

/** Whether something unsealed is a draft, and of a shape that this version of the app knows. */
export function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { id, form, at, keptAt, values } = value as Partial<Draft>;
  const texts = [id, form, at, keptAt].every((one) => typeof one === 'string');
  return texts && typeof values === 'object' && !Array.isArray(values);
}
