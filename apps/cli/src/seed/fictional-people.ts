import type { DemoPerson } from './demo-case.js';
import type { Random } from './random.js';

/** Words for "example", "pattern", "invented", "trial" … in place of a parent's name: nobody is called so. */
const patronymics = [
  ['Жишээ', 'Jishee'],
  ['Загвар', 'Zagvar'],
  ['Зохиомол', 'Zokhiomol'],
  ['Туршилт', 'Turshilt'],
  ['Сорил', 'Soril'],
  ['Дууриамал', 'Duuriamal'],
  ['Үлгэр', 'Ulger'],
] as const;

const men = [
  ['Бат', 'Bat'],
  ['Болд', 'Bold'],
  ['Ганзориг', 'Ganzorig'],
  ['Дорж', 'Dorj'],
  ['Энхбаяр', 'Enkhbayar'],
  ['Төмөр', 'Tumur'],
  ['Очир', 'Ochir'],
  ['Мөнхбат', 'Munkhbat'],
  ['Сүхбат', 'Sukhbat'],
  ['Өлзий', 'Ulzii'],
  ['Жаргал', 'Jargal'],
  ['Наранбаатар', 'Naranbaatar'],
  ['Хүрэл', 'Khurel'],
  ['Цогт', 'Tsogt'],
  ['Эрдэнэ', 'Erdene'],
] as const;

const women = [
  ['Сарнай', 'Sarnai'],
  ['Оюун', 'Oyun'],
  ['Номин', 'Nomin'],
  ['Цэцэг', 'Tsetseg'],
  ['Мөнхзул', 'Munkhzul'],
  ['Энхтуяа', 'Enkhtuya'],
  ['Нарантуяа', 'Narantuya'],
  ['Өнөржаргал', 'Unurjargal'],
  ['Солонго', 'Solongo'],
  ['Хулан', 'Khulan'],
  ['Дөлгөөн', 'Dulguun'],
  ['Уянга', 'Uyanga'],
  ['Анударь', 'Anudari'],
  ['Ичинхорлоо', 'Ichinkhorloo'],
] as const;

const CLAN = 'Зохиомол';

interface Asked {
  /** Share of men, 0 to 1. */
  men: number;
  /** Year of the event, for a plausible age. */
  year: number;
}

/** A person who does not exist. Some are known by the host State's Latin spelling only, some not at all. */
export function aPerson(random: Random, asked: Asked): DemoPerson {
  const isMan = random.chance(asked.men);
  const [patronymic, latinSurname] = random.pick(patronymics);
  const [given, latinGiven] = random.pick<readonly [string, string]>(isMan ? men : women);
  const birthYear = asked.year - random.int(19, 68);
  const knownAs = random.weighted({ PASSPORT: 78, CYRILLIC: 12, LATIN: 7, UNNAMED: 3 });
  const hasCyrillic = knownAs === 'PASSPORT' || knownAs === 'CYRILLIC';
  const hasLatin = knownAs === 'PASSPORT' || knownAs === 'LATIN';
  return {
    clan: knownAs === 'PASSPORT' && random.chance(0.4) ? CLAN : null,
    patronymic: hasCyrillic ? patronymic : null,
    given: hasCyrillic ? given : null,
    latinSurname: hasLatin ? latinSurname.toUpperCase() : null,
    latinGiven: hasLatin ? latinGiven.toUpperCase() : null,
    sex: knownAs === 'UNNAMED' && random.chance(0.5) ? 'UNKNOWN' : isMan ? 'MALE' : 'FEMALE',
    ...(knownAs === 'UNNAMED'
      ? { birth: { date: null, precision: 'UNKNOWN' as const } }
      : knownAs === 'LATIN'
        ? { birth: { date: `${birthYear}-01-01`, precision: 'YEAR' as const } }
        : { birth: { date: aDayOf(random, birthYear), precision: 'DAY' as const } }),
  };
}

function aDayOf(random: Random, year: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}
