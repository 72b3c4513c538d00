import i18next, { type i18n } from 'i18next';
import type { RefusalItem } from '../refusal.js';

export const LANGUAGES = ['mn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A room's texts: for each refusal code what is wrong and what to do, in every language. */
export interface RoomWords {
  refusals: Record<string, Record<Language, { message: string; remedy: string }>>;
  /** What people are told in their inbox: one sentence for each code. */
  notices?: Record<string, Record<Language, string>>;
  /** What a text says instead of a code: by the name of its parameter, then by the code. */
  names?: Record<string, Record<string, Record<Language, string>>>;
}

/** A refusal as a person reads it. */
export interface ReadableRefusal {
  code: string;
  field: string | null;
  otherField: string | null;
  message: string;
  remedy: string;
}

/** Turns codes into sentences in the reader's language. One object for the whole process, made of all rooms' words. */
export class Words {
  private constructor(
    private readonly catalogue: i18n,
    private readonly names: NonNullable<RoomWords['names']>,
  ) {}

  static async of(rooms: readonly RoomWords[]): Promise<Words> {
    checkNoCodeTwice(rooms);
    const catalogue = i18next.createInstance();
    const bundle = (language: Language) => ({
      refusal: Object.fromEntries(
        rooms.flatMap((room) =>
          Object.entries(room.refusals).map(([code, texts]) => [code, texts[language]]),
        ),
      ),
      notice: Object.fromEntries(
        rooms.flatMap((room) =>
          Object.entries(room.notices ?? {}).map(([code, texts]) => [code, texts[language]]),
        ),
      ),
    });
    await catalogue.init({
      fallbackLng: 'en',
      // Texts go out as JSON, never into markup: escaping is the web app's affair.
      interpolation: { escapeValue: false },
      resources: { mn: { translation: bundle('mn') }, en: { translation: bundle('en') } },
    });
    return new Words(catalogue, namesOf(rooms));
  }

  refusal(item: RefusalItem, language: Language): ReadableRefusal {
    const text = (part: string): string =>
      this.catalogue.t(`refusal.${item.code}.${part}` as 'refusal', {
        lng: language,
        replace: this.named(item.params ?? {}, language),
      });
    const { code, field = null, otherField = null } = item;
    return { code, field, otherField, message: text('message'), remedy: text('remedy') };
  }

  /** A notice as its reader reads it. */
  notice(code: string, params: NonNullable<RefusalItem['params']>, language: Language): string {
    return this.catalogue.t(`notice.${code}` as 'notice', {
      lng: language,
      replace: this.named(params, language),
    });
  }

  /** Parameters that are codes, in words. */
  private named(params: NonNullable<RefusalItem['params']>, language: Language): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        this.names[name]?.[String(value)]?.[language] ?? value,
      ]),
    );
  }
}

function namesOf(rooms: readonly RoomWords[]): NonNullable<RoomWords['names']> {
  return Object.fromEntries(rooms.flatMap(({ names }) => Object.entries(names ?? {})));
}

/** Two rooms with one code would say each other's sentences. */
function checkNoCodeTwice(rooms: readonly RoomWords[]): void {
  const seen = new Set<string>();
  for (const code of rooms.flatMap((room) => Object.keys(room.refusals))) {
    if (seen.has(code)) throw new Error(`two rooms have words for ${code}`);
    seen.add(code);
  }
}

/** The first of the reader's languages that Elchin speaks; Mongolian when none is named. */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const tag = part.trim().slice(0, 2);
    if (tag === 'mn' || tag === 'en') return tag;
  }
  return 'mn';
}
