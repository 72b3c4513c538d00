import { createContext, useContext } from 'react';
import type { DraftValues } from '../../session/drafts.ts';
import type { Problem } from './problems.ts';

/** What the fields of one form share: the values by path, the problems, and how to change a value. */
export interface FormState {
  values: DraftValues;
  problems: readonly Problem[];
  set: (path: string, value: string | string[]) => void;
}

export const FormContext = createContext<FormState | null>(null);

/** The form around a field. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field stands outside of a form');
  return form;
}

/** The text of a field, empty when there is none. */
export function textAt(values: DraftValues, path: string): string {
  const value = values[path];
  return typeof value === 'string' ? value : '';
}

/** The codes of a field with several. */
export function codesAt(values: DraftValues, path: string): string[] {
  const value = values[path];
  return Array.isArray(value) ? value : [];
}
