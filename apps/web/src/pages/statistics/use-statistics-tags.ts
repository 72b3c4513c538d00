import { useTranslation } from 'react-i18next';
import { without } from '../../search-params.ts';
import { causeLabel, causeLists, useCodeLists, useCountries, useMissions } from '../../session/reference.ts';
import type { FilterTag } from '../../ui/filter-tags.tsx';
import type { StatisticsSearch } from './statistics-search.ts';

/** The filters that hold lists of codes. */
const keys = ['type', 'country', 'cause', 'sex', 'mission'] as const;
type Key = (typeof keys)[number];

/** The filters of a table, as tags to be taken off one by one. */
export function useStatisticsTags(
  search: StatisticsSearch,
  change: (search: StatisticsSearch) => void,
): FilterTag[] {
  const { t } = useTranslation();
  const countries = useCountries();
  const missions = useMissions();
  const lists = useCodeLists(search.cause ? causeLists : []).data?.codeLists;
  const labels: Record<Key, (code: string) => string> = {
    type: (code) => t(`type.${code}`),
    sex: (code) => t(`sex.${code}`),
    country: (code) => countries.find(({ value }) => value === code)?.label ?? code,
    mission: (code) => missions.find(({ id }) => id === code)?.label ?? code,
    cause: (code) => causeLabel(lists, code),
  };
  const tags = keys.flatMap((key) =>
    (search[key] ?? []).map((code: string) => ({
      key: `${key}.${code}`,
      label: labels[key](code),
      remove: () => {
        const { [key]: before, ...rest } = search;
        const left = (before ?? []).filter((one: string) => one !== code);
        change(left.length ? { ...rest, [key]: left } : rest);
      },
    })),
  );
  if (search.monthUnknown) {
    const remove = (): void => change(without(search, 'monthUnknown'));
    tags.push({ key: 'monthUnknown', label: t('statistics.monthUnknown'), remove });
  }
  return tags;
}

/** The question without its filters: what the table counts, by what and over which months. */
export function withoutFilters(search: StatisticsSearch): StatisticsSearch {
  const left = { ...search };
  for (const key of [...keys, 'monthUnknown'] as const) delete left[key];
  return left;
}
