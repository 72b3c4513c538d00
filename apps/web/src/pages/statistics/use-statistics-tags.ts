import { useTranslation } from 'react-i18next';
import { causeLabel, causeLists, useCodeLists, useCountries, useMissions } from '../../session/reference.ts';
import type { FilterTag } from '../../ui/filter-tags.tsx';
import type { StatisticsSearch } from './statistics-search.ts';

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
  return keys.flatMap((key) =>
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
}
