import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseStatuses, caseTypes } from '../../enums.ts';
import { without } from '../../search-params.ts';
import { useMissions } from '../../session/reference.ts';
import { FilterTags, type FilterTag } from '../../ui/filter-tags.tsx';
import { ORDERS, type WorklistSearch } from './worklist-search.ts';

interface Props {
  search: WorklistSearch;
  text: string;
  change: (search: WorklistSearch, text: string) => void;
  allMissions: boolean;
}

/** Milliseconds without a key before a text is searched for. */
const typingPause = 350;

function SearchBox({ text, onText }: { text: string; onText: (text: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  // A tag taken off empties the box too.
  const [before, setBefore] = useState(text);
  if (before !== text) {
    setBefore(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => latest.current(typed), typingPause);
    return () => clearTimeout(timer);
  }, [typed, text]);
  return (
    <TextInput
      aria-label={t('worklist.search')}
      placeholder={t('worklist.searchHint')}
      type="search"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

function useTags({ search, text, change }: Props): FilterTag[] {
  const { t } = useTranslation();
  const missions = useMissions();
  const tags: FilterTag[] = [];
  for (const type of search.type ?? []) {
    const left = search.type?.filter((one) => one !== type) ?? [];
    const next = left.length ? { ...search, type: left } : without(search, 'type');
    tags.push({ key: type, label: t(`type.${type}`), remove: () => change(next, text) });
  }
  for (const status of search.status ?? []) {
    const left = search.status?.filter((one) => one !== status) ?? [];
    const next = left.length ? { ...search, status: left } : without(search, 'status');
    tags.push({ key: status, label: t(`status.${status}`), remove: () => change(next, text) });
  }
  if (search.open) {
    tags.push({
      key: 'open',
      label: `${t('worklist.openHead')}: ${t(`worklist.open.${search.open}`)}`,
      remove: () => change(without(search, 'open'), text),
    });
  }
  if (search.mission) {
    const label = missions.find(({ id }) => id === search.mission)?.label ?? search.mission;
    tags.push({ key: 'mission', label, remove: () => change(without(search, 'mission'), text) });
  }
  if (text)
    tags.push({ key: 'text', label: t('worklist.textTag', { text }), remove: () => change(search, '') });
  return tags;
}

/** The filters of the worklist; what is on stands below as tags. */
export function WorklistFilters(props: Props): ReactNode {
  const { t } = useTranslation();
  const { search, text, change, allMissions } = props;
  const missions = useMissions();
  const add = <Value extends string>(list: Value[] | undefined, value: Value): Value[] => [
    ...new Set([...(list ?? []), value]),
  ];
  const pick = (part: Partial<WorklistSearch>): void => change({ ...search, ...part }, text);
  return (
    <search className="stack">
      <div className="worklist-filters">
        <SearchBox text={text} onText={(next) => change(search, next)} />
        <NativeSelect
          aria-label={t('case.type')}
          value=""
          onChange={({ currentTarget: { value } }) => {
            const type = caseTypes.find((one) => one === value);
            if (type) pick({ type: add(search.type, type) });
          }}
          data={[
            { value: '', label: `${t('case.type')}…` },
            ...caseTypes.map((type) => ({ value: type, label: t(`type.${type}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('case.status')}
          value=""
          onChange={({ currentTarget: { value } }) => {
            const status = caseStatuses.find((one) => one === value);
            if (status) pick({ status: add(search.status, status) });
          }}
          data={[
            { value: '', label: `${t('case.status')}…` },
            ...caseStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('worklist.openHead')}
          value={search.open ?? 'yes'}
          onChange={({ currentTarget: { value } }) => {
            const asked = value === 'no' || value === 'all' ? { ...search, open: value } : null;
            change(asked ?? without(search, 'open'), text);
          }}
          data={(['yes', 'no', 'all'] as const).map((open) => ({
            value: open,
            label: t(`worklist.open.${open}`),
          }))}
        />
        <NativeSelect
          aria-label={t('worklist.orderHead')}
          value={search.order ?? 'NEWEST'}
          onChange={({ currentTarget: { value } }) => {
            const order = ORDERS.find((one) => one === value);
            change(order ? { ...search, order } : without(search, 'order'), text);
          }}
          data={(['NEWEST', ...ORDERS] as const).map((order) => ({
            value: order,
            label: t(`worklist.order.${order}`),
          }))}
        />
        {allMissions ? (
          <NativeSelect
            aria-label={t('case.mission')}
            value={search.mission ?? ''}
            onChange={({ currentTarget: { value } }) => {
              change(value ? { ...search, mission: value } : without(search, 'mission'), text);
            }}
            data={[
              { value: '', label: t('worklist.allMissions') },
              ...missions.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        ) : null}
      </div>
      <FilterTags tags={useTags(props)} clear={() => change({}, '')} />
    </search>
  );
}
