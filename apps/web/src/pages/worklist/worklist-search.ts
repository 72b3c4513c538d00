import { caseStatuses, caseTypes, type CaseStatus, type CaseType } from '../../enums.ts';
import { codesOf, oneOf, someOf } from '../../search-params.ts';

/** The orders beside the newest first, which needs not be said. */
export const ORDERS = ['OLDEST', 'QUIETEST', 'NAME'] as const;

/** The filters of the worklist as they stand in the address. */
export interface WorklistSearch {
  type?: CaseType[];
  status?: CaseStatus[];
  /** "no": only closed and rejected; "all": every case; left out: open ones. */
  open?: 'no' | 'all';
  mission?: string;
  order?: (typeof ORDERS)[number];
}

/** Reads the address; what is not a filter is dropped. What is dropped stands as undefined, or the router would keep what the address holds. */
export function worklistSearch(raw: Record<string, unknown>): WorklistSearch {
  return {
    type: someOf(raw['type'], caseTypes),
    status: someOf(raw['status'], caseStatuses),
    open: oneOf(raw['open'], ['no', 'all'] as const),
    mission: codesOf(raw['mission'])?.[0],
    order: oneOf(raw['order'], ORDERS),
  };
}

/**
 * The text searched for stands behind the address's #, which browsers never send: names of people do not end up in
 * the logs of servers and proxies.
 */
export function textOfHash(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('text') ?? '';
}

/** The part behind the # for a text. */
export function hashOfText(text: string): string {
  return text === '' ? '' : new URLSearchParams({ text }).toString();
}

interface Filter {
  types: CaseType[] | null;
  statuses: CaseStatus[] | null;
  open: boolean | null;
  missionId: string | null;
  text: string | null;
}

/** The same filters as the server takes them. A chosen status speaks for itself: "open" is then not asked apart. */
export function filterOf(search: WorklistSearch, text: string): Filter {
  const open = search.open === 'no' ? false : search.open === 'all' || search.status ? null : true;
  return {
    types: search.type ?? null,
    statuses: search.status ?? null,
    open,
    missionId: search.mission ?? null,
    text: text.trim() || null,
  };
}
