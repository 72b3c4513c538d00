import type { RecordField } from './record-shape.js';

type Options = Pick<RecordField, 'early' | 'labelKey'>;

/** One word each for declaring the fields of a record: `offence: code('ICCS', 'ICCS section.')`. */
export const code = (list: string, description: string, options: Options = {}) =>
  ({ kind: 'code', list, description, ...options }) as const;

export const codes = (list: string, description: string, options: Options & { most?: number } = {}) =>
  ({ kind: 'codes', list, description, most: 12, ...options }) as const;

export const text = (description: string, options: Options & { max?: number } = {}) =>
  ({ kind: 'text', description, max: 300, ...options }) as const;

export const longText = (description: string, options: Options & { max?: number } = {}) =>
  ({ kind: 'longText', description, max: 10_000, ...options }) as const;

export const number = (
  description: string,
  options: Options & { min?: number; max?: number; whole?: true } = {},
) => ({ kind: 'number', description, min: 0, max: 1e9, ...options }) as const;

export const money = (description: string, options: Options = {}) =>
  ({ kind: 'money', description, ...options }) as const;

export const date = (description: string, options: Options = {}) =>
  ({ kind: 'date', description, ...options }) as const;

export const partialDate = (description: string, options: Options = {}) =>
  ({ kind: 'partialDate', description, ...options }) as const;

export const instant = (description: string, options: Options = {}) =>
  ({ kind: 'instant', description, ...options }) as const;

export const yesNo = (description: string, options: Options = {}) =>
  ({ kind: 'yesNo', description, ...options }) as const;

export const person = (description: string, options: Options = {}) =>
  ({ kind: 'reference', target: 'PERSON', description, ...options }) as const;

export const organisation = (description: string, options: Options = {}) =>
  ({ kind: 'reference', target: 'ORGANISATION', description, ...options }) as const;
