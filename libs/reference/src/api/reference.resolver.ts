import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { type Language, Permission, Refusal } from '#platform';
import { Codes } from '../codes.js';
import { CodeListType, CountryType, MissionType } from './reference.types.js';
import { ReferenceViews } from './reference.views.js';

/** Reading the lists concerns no case and no person: it leaves no row in the access log. */
const READ = ['reference.read', { logged: false }] as const;

@Resolver()
export class ReferenceResolver {
  constructor(
    private readonly codes: Codes,
    private readonly views: ReferenceViews,
  ) {}

  @Query(() => [CodeListType], {
    description: 'Code lists by name, or all of them; labels in your language.',
  })
  @Permission(...READ)
  codeLists(
    @Args('names', { type: () => [String], nullable: true, description: 'All lists when left out.' })
    names: string[] | null,
    @Context('language') language: Language,
  ): CodeListType[] {
    const wanted = new Set(names ?? this.codes.lists().map((list) => list.name));
    return [...wanted].map((name) => {
      const list = this.views.list(name, language);
      if (!list) throw Refusal.of('UNKNOWN_LIST', 'names', { name: name.slice(0, 50) });
      return list;
    });
  }

  @Query(() => [CountryType], { description: 'Every country of today, in the order of your alphabet.' })
  @Permission(...READ)
  countries(@Context('language') language: Language): CountryType[] {
    return this.views.countries(language);
  }

  @Query(() => [MissionType], {
    description: 'The consular department, then every mission, by city in the order of your alphabet.',
  })
  @Permission(...READ)
  missions(@Context('language') language: Language): MissionType[] {
    return this.views.missions(language);
  }
}
