import { cutToPrecision, type PartialDate } from '../file/dates.rules.js';
import type { PersonInput } from '../filing/filing.js';
import { matchKey } from './names.rules.js';

/** A person as kept. */
export interface PersonRow {
  clan: string | null;
  patronymic: string | null;
  given: string | null;
  latinSurname: string | null;
  latinGiven: string | null;
  sex: string;
  birth: PartialDate;
  matchKey: string;
}

const NOTHING_KNOWN = { date: null, precision: 'UNKNOWN' } as const;

/** A person as kept: names trimmed, and what a search looks in. */
export function personRow(person: PersonInput): PersonRow {
  const names = {
    clan: trimmed(person.clan),
    patronymic: trimmed(person.patronymic),
    given: trimmed(person.given),
    latinSurname: trimmed(person.latinSurname),
    latinGiven: trimmed(person.latinGiven),
  };
  return {
    ...names,
    sex: person.sex ?? 'UNKNOWN',
    birth: cutToPrecision(person.birth ?? NOTHING_KNOWN),
    matchKey: matchKey(names),
  };
}

/** A text as kept: without blanks around it, null when nothing is left. */
export function trimmed(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
