/** What a file's columns and texts mean. Written by clerks as YAML (profiles/*.yaml), read by `readProfile`. */
export interface Profile {
  /** Names the source of the rows: two files under one name share their rows' identity. */
  name: string;
  label: { en: string; mn: string };
  encoding: 'utf-8' | 'windows-1251';
  columns: {
    /** @property firstYear the first year that two digits can mean; undefined: the hundred years that end with this one. */
    date: { column: string; format: string; firstYear?: number };
    place: string;
    country: string;
    cause: string;
    /** Columns that are there and not wanted. */
    ignore: string[];
  };
  /** Codes of the file that are not ISO 3166-1, and the register's code for them. */
  countries: Record<string, string>;
  case: {
    source: string;
    status: 'CLOSED' | 'REGISTERED';
    outcome: string;
    /** The day the case counts as opened on. */
    opened: 'date' | 'today';
    /** Template with {cause} and {place}. */
    summary: string;
    illustration: boolean;
  };
  /** Cause texts as the file has them. Compared without regard to case and spacing. */
  causes: Record<string, Cause>;
}

/** What a cause text means. Codes of the lists DEATH_MANNER and ICD10. */
export interface Cause {
  manner: string;
  icd10: string;
}

/** How cause texts are compared. */
export function causeKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Codes by their lists, as far as profiles use them. */
export type KnownCodes = ReadonlyMap<string, ReadonlySet<string>>;
