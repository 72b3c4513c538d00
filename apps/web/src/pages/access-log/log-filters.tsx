import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { without } from '../../search-params.ts';
import { useAnswer } from '../../session/answers.ts';
import { FilterTags, type FilterTag } from '../../ui/filter-tags.tsx';
import { accessLogPeopleDocument } from './access-log-documents.ts';
import type { AccessLogSearch as Search } from './access-log-search.ts';
import { actNames, actWords } from './act-words.ts';
import { CaseFilter } from './case-filter.tsx';
import { DayFilter } from './day-filter.tsx';

interface Props {
  search: Search;
  change: (next: Search) => void;
}

/** What the log is narrowed to; what is on stands below as tags. */
export function LogFilters({ search, change }: Props): ReactNode {
  const { t } = useTranslation();
  const people = useAnswer(accessLogPeopleDocument, {}).data?.accessLogPeople ?? [];
  const set = (key: keyof Search, value: string): void => {
    change(value ? { ...search, [key]: value } : without(search, key));
  };
  const choices = people.map(({ id, name, role, missionId }) => ({
    value: id,
    label: `${name} · ${missionId ?? t(`role.${role}`)}`,
  }));
  const acts = actNames.map((name) => ({ value: name, label: t(actWords(name) ?? 'log.anything') }));
  const outcomes = (['done', 'refused'] as const).map((value) => ({
    value,
    label: t(`log.outcome.${value}`),
  }));
  const shown = (key: keyof Search): string | undefined => {
    const list = key === 'staff' ? choices : key === 'operation' ? acts : key === 'outcome' ? outcomes : [];
    return list.find(({ value }) => value === search[key])?.label ?? search[key];
  };
  const tags = (Object.keys(search) as (keyof Search)[]).flatMap((key): FilterTag[] => {
    const text = shown(key);
    return text ? [{ key, label: `${t(`log.filter.${key}`)}: ${text}`, remove: () => set(key, '') }] : [];
  });
  return (
    <search className="stack">
      <div className="log-filters">
        <CaseFilter
          caseNo={search.case ?? ''}
          // A case is looked for instead of a row's id, not beside it.
          set={(caseNo) => change({ ...without(without(search, 'case'), 'subject'), case: caseNo })}
        />
        <NativeSelect
          label={t('log.filter.staff')}
          value={search.staff ?? ''}
          onChange={(event) => set('staff', event.currentTarget.value)}
          data={[{ value: '', label: t('log.anybody') }, ...choices]}
        />
        <NativeSelect
          label={t('log.filter.operation')}
          value={search.operation ?? ''}
          onChange={(event) => set('operation', event.currentTarget.value)}
          data={[{ value: '', label: t('log.anything') }, ...acts]}
        />
        <NativeSelect
          label={t('log.filter.outcome')}
          value={search.outcome ?? ''}
          onChange={(event) => set('outcome', event.currentTarget.value)}
          data={[{ value: '', label: t('log.anything') }, ...outcomes]}
        />
        <DayFilter label={t('log.filter.from')} day={search.from ?? ''} set={(day) => set('from', day)} />
        <DayFilter label={t('log.filter.to')} day={search.to ?? ''} set={(day) => set('to', day)} />
      </div>
      <p className="soft small">{t('log.filterHint')}</p>
      <FilterTags tags={tags} clear={() => change({})} />
    </search>
  );
}
