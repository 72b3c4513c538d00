import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bases, caseTypes, dimensions, sexes } from '../../enums.ts';
import { shortMonthName } from '../../format/dates.ts';
import { todayIn, ulaanbaatar } from '../../format/zones.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { without } from '../../search-params.ts';
import {
  causeChoices,
  causeLists,
  useCodeLists,
  useCountries,
  useMissions,
} from '../../session/reference.ts';
import { FilterTags } from '../../ui/filter-tags.tsx';
import type { StatisticsSearch, TableQuestion } from './statistics-search.ts';
import { seesAllMissions } from '../../session/permissions.ts';
import { useMe } from '../../session/session.ts';
import { useStatisticsTags, withoutFilters } from './use-statistics-tags.ts';

interface Props {
  search: StatisticsSearch;
  question: TableQuestion;
  change: (search: StatisticsSearch) => void;
}

/** The first year that the lists of years offer; older cases are reached by writing the address. */
const firstYear = 1992;

function PeriodEnd({
  value,
  label,
  set,
}: {
  value: string;
  label: string;
  set: (month: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [year = '', month = ''] = value.split('-');
  const thisYear = Number(todayIn(ulaanbaatar).slice(0, 4));
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, index) => String(thisYear - index));
  if (!years.includes(year)) years.push(year);
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1).padStart(2, '0'),
    label: shortMonthName(index + 1, language),
  }));
  return (
    <fieldset className="fieldset">
      <legend className="field-label">{label}</legend>
      <div className="period">
        <NativeSelect
          aria-label={t('form.year')}
          data={years}
          value={year}
          onChange={(event) => set(`${event.currentTarget.value}-${month}`)}
        />
        <NativeSelect
          aria-label={t('form.month')}
          data={months}
          value={month}
          onChange={(event) => set(`${year}-${event.currentTarget.value}`)}
        />
      </div>
    </fieldset>
  );
}

interface AddProps {
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[] | undefined;
  add: (values: string[]) => void;
}

/** Adds one more value to a filter; those chosen already stand below as tags. */
function AddFilter({ label, options, chosen = [], add }: AddProps): ReactNode {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={label}
      value=""
      onChange={({ currentTarget: { value } }) => {
        if (value) add([...chosen, value]);
      }}
      data={[
        { value: '', label: t('filter.add') },
        ...options.filter(({ value }) => !chosen.includes(value)),
      ]}
    />
  );
}

/** What is counted, by what, over which months, and of which cases. */
export function StatisticsControls({ search, question, change }: Props): ReactNode {
  const { t } = useTranslation();
  const countries = useCountries();
  const missions = useMissions();
  const lists = useCodeLists(causeLists).data?.codeLists;
  const allMissions = seesAllMissions(useMe());
  const tags = useStatisticsTags(search, change);
  const set = (part: StatisticsSearch): void => change({ ...search, ...part });
  const byName = dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }));
  return (
    <section className="panel stack no-print" aria-label={t('statistics.controls')}>
      <div className="statistics-controls">
        <NativeSelect
          label={t('statistics.basis')}
          data={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          value={question.basis}
          onChange={({ currentTarget: { value } }) =>
            set({ basis: bases.find((one) => one === value) ?? 'OPENED' })
          }
        />
        <PeriodEnd label={t('statistics.from')} value={question.from} set={(from) => set({ from })} />
        <PeriodEnd label={t('statistics.to')} value={question.to} set={(to) => set({ to })} />
        <NativeSelect
          label={t('statistics.rows')}
          data={byName}
          value={question.row}
          onChange={({ currentTarget: { value } }) => {
            const row = dimensions.find((one) => one === value) ?? 'COUNTRY';
            // Choosing the columns' dimension for the rows turns the table over.
            set(row === question.column ? { row, column: question.row } : { row, column: question.column });
          }}
        />
        <NativeSelect
          label={t('statistics.columns')}
          data={[
            { value: 'NONE', label: t('statistics.noColumns') },
            ...byName.filter(({ value }) => value !== question.row),
          ]}
          value={question.column}
          onChange={({ currentTarget: { value } }) =>
            set({ column: dimensions.find((one) => one === value) ?? 'NONE' })
          }
        />
        <NativeSelect
          label={t('statistics.sort')}
          data={[
            { value: 'size', label: t('statistics.sortSize') },
            { value: 'label', label: t('statistics.sortLabel') },
          ]}
          value={question.sort ?? 'size'}
          onChange={({ currentTarget: { value } }) => {
            change(value === 'label' ? { ...search, sort: 'label' } : without(search, 'sort'));
          }}
        />
        <AddFilter
          label={t('dimension.TYPE')}
          chosen={search.type}
          options={caseTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          add={(values) => set({ type: caseTypes.filter((type) => values.includes(type)) })}
        />
        <AddFilter
          label={t('dimension.COUNTRY')}
          chosen={search.country}
          options={countries}
          add={(country) => set({ country })}
        />
        <AddFilter
          label={t('dimension.CAUSE')}
          chosen={search.cause}
          options={causeChoices(lists)}
          add={(cause) => set({ cause })}
        />
        <AddFilter
          label={t('dimension.SEX')}
          chosen={search.sex}
          options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
          add={(values) => set({ sex: sexes.filter((sex) => values.includes(sex)) })}
        />
        {allMissions ? (
          <AddFilter
            label={t('dimension.MISSION')}
            chosen={search.mission}
            options={missions.map(({ id, label }) => ({ value: id, label }))}
            add={(mission) => set({ mission })}
          />
        ) : null}
      </div>
      <FilterTags tags={tags} clear={() => change(withoutFilters(search))} />
    </section>
  );
}
