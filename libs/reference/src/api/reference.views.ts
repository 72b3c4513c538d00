import { Injectable } from '@nestjs/common';
import { inReadersOrder, type Language } from '#platform';
import { type CodeItem, Codes, type Country, labelOf, type Mission } from '../codes.js';
import type { CodeItemType, CodeListType, CountryType, MissionType } from './reference.types.js';

/**
 * Codes as a reader sees them, for all rooms' answers: made once per language and then handed out again, since a page
 * of cases asks for the same few hundreds of times.
 */
@Injectable()
export class ReferenceViews {
  /** By language, then by list (or `:country`, `:mission`), then by code. */
  private readonly made = {
    mn: new Map<string, Map<string, unknown>>(),
    en: new Map<string, Map<string, unknown>>(),
  };
  private generation = 0;

  constructor(private readonly codes: Codes) {}

  /** Null for no code; a code that the list does not have is shown as itself. */
  item(list: string, code: string, language: Language): CodeItemType;
  item(list: string, code: string | null | undefined, language: Language): CodeItemType | null;
  item(list: string, code: string | null | undefined, language: Language): CodeItemType | null {
    if (code == null) return null;
    return this.once(language, list, code, () =>
      itemView(this.codes.item(list, code) ?? unknownItem(list, code), language),
    );
  }

  country(code: string, language: Language): CountryType {
    return this.once(language, ':country', code, () =>
      countryView(this.codes.country(code) ?? { code, labelEn: code, labelMn: code }, language),
    );
  }

  /** @throws when there is no such mission: the database refers to missions by key. */
  mission(id: string, language: Language): MissionType {
    return this.once(language, ':mission', id, () => {
      const mission = this.codes.mission(id);
      if (!mission) throw new Error(`no mission ${id}`);
      return this.missionView(mission, language);
    });
  }

  list(name: string, language: Language): CodeListType | undefined {
    const list = this.codes.codeList(name);
    if (!list) return undefined;
    const items = this.codes.list(name).map((item) => this.item(name, item.code, language));
    return { name, version: list.version, items };
  }

  /** In the order of the reader's alphabet. */
  countries(language: Language): CountryType[] {
    const compare = inReadersOrder(language);
    return this.codes
      .countries()
      .map(({ code }) => this.country(code, language))
      .sort((one, other) => compare(one.label, other.label));
  }

  /** By city in the order of the reader's alphabet, the consular department first. */
  missions(language: Language): MissionType[] {
    const isMinistry = (mission: Mission) => mission.kind === 'ministry';
    const compare = inReadersOrder(language);
    const city = (mission: Mission) => (language === 'mn' ? mission.cityMn : mission.cityEn);
    return this.codes
      .missions()
      .sort(
        (one, other) =>
          Number(isMinistry(other)) - Number(isMinistry(one)) || compare(city(one), city(other)),
      )
      .map(({ id }) => this.mission(id, language));
  }

  private missionView(mission: Mission, language: Language): MissionType {
    const { id, kind, timeZone } = mission;
    return {
      id,
      label: labelOf(mission, language),
      kind,
      country: this.country(mission.country, language),
      timeZone,
    };
  }

  private once<T>(language: Language, kind: string, code: string, make: () => T): T {
    if (this.generation !== this.codes.generation) {
      this.made.mn.clear();
      this.made.en.clear();
      this.generation = this.codes.generation;
    }
    let views = this.made[language].get(kind);
    if (!views) this.made[language].set(kind, (views = new Map<string, unknown>()));
    let view = views.get(code) as T | undefined;
    if (view === undefined) views.set(code, (view = make()));
    return view;
  }
}

function itemView(item: CodeItem, language: Language): CodeItemType {
  const { code, parent, list, attributes } = item;
  return {
    code,
    label: labelOf(item, language),
    parent,
    list,
    causeList: attributes.causeList ?? null,
    caseType: attributes.caseType ?? null,
  };
}

const countryView = (
  country: Pick<Country, 'code' | 'labelEn' | 'labelMn'>,
  language: Language,
): CountryType => ({
  code: country.code,
  label: labelOf(country, language),
});

const unknownItem = (list: string, code: string): CodeItem => ({
  list,
  code,
  parent: null,
  labelEn: code,
  labelMn: code,
  sort: 0,
  validFrom: '',
  validTo: null,
  attributes: {},
});
