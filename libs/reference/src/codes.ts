import type { Language } from '#platform';
import {
  type CodeItemRow,
  type CodeListRow,
  CONSULAR_DEPARTMENT,
  type CountryRow,
  type DistrictRow,
  type MissionRow,
} from './reference.rows.js';

/** What the register needs at hand, as the database holds it. */
export interface ReferenceSnapshot {
  countries: CountryRow[];
  missions: MissionRow[];
  districts: DistrictRow[];
  lists: CodeListRow[];
  items: CodeItemRow[];
}

export type CodeItem = Readonly<CodeItemRow>;
export type CodeList = Readonly<CodeListRow>;
export type Country = Readonly<CountryRow>;
export type Mission = Readonly<MissionRow>;

interface Labelled {
  labelEn: string;
  labelMn: string;
}

/** An item's label in the reader's language. */
export const labelOf = (row: Labelled, language: Language): string =>
  language === 'mn' ? row.labelMn : row.labelEn;

/**
 * The reference data in memory: no question to it waits. Withdrawn codes stay readable, for the cases that carry them;
 * only what holds on the day can be chosen.
 */
export class Codes {
  private countriesByCode = new Map<string, Country>();
  private countriesByAlpha3 = new Map<string, Country>();
  private missionsById = new Map<string, Mission>();
  private listsByName = new Map<string, CodeList>();
  private itemsByList = new Map<string, Map<string, CodeItem>>();
  private districtsByCountry = new Map<string, DistrictRow[]>();
  private reloads = 0;

  constructor(private readonly read: () => Promise<ReferenceSnapshot> | ReferenceSnapshot) {}

  /** How often the data were read; a cache made of them is stale when this has changed. */
  get generation(): number {
    return this.reloads;
  }

  /** Reads everything anew, after the operators have loaded other data. */
  async reload(): Promise<void> {
    const snapshot = await this.read();
    this.countriesByCode = new Map(snapshot.countries.map((row) => [row.code, row]));
    this.countriesByAlpha3 = new Map(snapshot.countries.map((row) => [row.alpha3, row]));
    this.missionsById = new Map(snapshot.missions.map((row) => [row.id, row]));
    this.listsByName = new Map(snapshot.lists.map((row) => [row.name, row]));
    this.itemsByList = grouped(
      snapshot.items,
      (row) => row.list,
      (row) => row.code,
    );
    this.districtsByCountry = new Map();
    for (const row of snapshot.districts) {
      this.districtsByCountry.set(row.country, [...(this.districtsByCountry.get(row.country) ?? []), row]);
    }
    this.reloads += 1;
  }

  lists(): CodeList[] {
    return [...this.listsByName.values()];
  }

  codeList(name: string): CodeList | undefined {
    return this.listsByName.get(name);
  }

  /** Items that can be chosen on the day, in the list's own order; none for a list that there is not. */
  list(name: string, on = today()): CodeItem[] {
    return [...(this.itemsByList.get(name)?.values() ?? [])].filter((item) => holds(item, on));
  }

  /** Any item, also a withdrawn one. */
  item(list: string, code: string): CodeItem | undefined {
    return this.itemsByList.get(list)?.get(code);
  }

  /** Whether the code can be chosen on the day. */
  has(list: string, code: string, on = today()): boolean {
    const item = this.item(list, code);
    return item !== undefined && holds(item, on);
  }

  /** The words for a code; the code itself when the list has none such. */
  label(list: string, code: string, language: Language): string {
    const item = this.item(list, code);
    return item ? labelOf(item, language) : code;
  }

  /** The list from which the cause of such a case comes. */
  causeListOf(caseType: string): string | undefined {
    return this.item('CASE_TYPE', caseType)?.attributes.causeList;
  }

  /** Countries that there are on the day. */
  countries(on = today()): Country[] {
    return [...this.countriesByCode.values()].filter((country) => holds(country, on));
  }

  /** All countries that there are or were. */
  allCountries(): Country[] {
    return [...this.countriesByCode.values()];
  }

  /** Any country, also one that is no more. */
  country(code: string): Country | undefined {
    return this.countriesByCode.get(code);
  }

  countryByAlpha3(alpha3: string): Country | undefined {
    return this.countriesByAlpha3.get(alpha3);
  }

  /** Missions that there are on the day, the consular department included. */
  missions(on = today()): Mission[] {
    return [...this.missionsById.values()].filter((mission) => holds(mission, on));
  }

  /** Any mission, also a closed one. */
  mission(id: string): Mission | undefined {
    return this.missionsById.get(id);
  }

  /** The mission that takes the cases of a country on the day; the consular department where none covers it. */
  missionFor(country: string, on = today()): string {
    const district = this.districtsByCountry.get(country)?.find((row) => holds(row, on));
    return district?.missionId ?? CONSULAR_DEPARTMENT;
  }
}

function holds(row: { validFrom: string | null; validTo: string | null }, on: string): boolean {
  return (row.validFrom === null || row.validFrom <= on) && (row.validTo === null || on < row.validTo);
}

function grouped<T>(
  rows: readonly T[],
  groupOf: (row: T) => string,
  keyOf: (row: T) => string,
): Map<string, Map<string, T>> {
  const groups = new Map<string, Map<string, T>>();
  for (const row of rows) {
    const group = groups.get(groupOf(row)) ?? new Map<string, T>();
    groups.set(groupOf(row), group.set(keyOf(row), row));
  }
  return groups;
}

const today = (): string => new Date().toISOString().slice(0, 10);
