import type { RefusalItem } from '#platform';
import { completed, faultsOf, type FilingSituation } from '../filing/completing.js';
import type { Filing } from '../filing/filing.js';
import type { PastCase } from '../filing/staged-filings.js';
import { personRow } from '../people/person-row.js';
import type { Profile } from './profile.js';
import type { Post, ReferenceLists } from './reference-lists.js';
import { death } from '../records/death/death.record.js';
import type { RowText } from './rows.rules.js';

/** The import of which a row is one. */
export interface RowsOrder {
  profile: Profile;
  fileName: string;
  staffId: string | null;
  lists: ReferenceLists;
}

/** Nobody is named in a published table of deaths. */
const UNNAMED = {};
const NOBODY = personRow(UNNAMED);

/** What all cases of an import have in common. */
export function commonOf({ profile, staffId }: RowsOrder) {
  const { source, status, outcome, illustration } = profile.case;
  return {
    id: null as unknown as string,
    type: death.type,
    registeredBy: staffId,
    source,
    contentHash: null,
    person: NOBODY,
    registeredAt: null,
    filedAs: status,
    status,
    outcome: status === 'CLOSED' ? outcome : null,
    version: 1,
    illustration,
  } as const satisfies Partial<PastCase>;
}

export type RowCase = Omit<PastCase, keyof ReturnType<typeof commonOf>>;

/**
 * What a row becomes, by the rules of filing: a case, or the first thing wrong with it in the words of filing, with the column
 * (or the key of the profile) that it came from.
 * @param identity what makes it the same row when it comes again.
 */
export function fileRow(
  order: RowsOrder,
  row: RowText,
  { rowNo, identity }: { rowNo: number; identity: string },
): { filed: RowCase } | { problem: RefusalItem } {
  const { profile, lists, fileName } = order;
  const post = lists.postFor(row.country);
  // Where it happened the day can have begun that is still to come at the post.
  const openedOn = profile.case.opened === 'today' || row.date > post.today ? post.today : row.date;
  const at = situationOf(order, post, openedOn, lists.latestIn(row.country));
  const filing = filingOf(profile, row, awareAt(post, openedOn, at.now));
  const [fault] = faultsOf(filing, at, lists).items;
  if (fault) return { problem: { ...fault, field: originOf(fault.field, profile) } };
  const made = completed(filing, at, NOBODY);
  // Said one by one: spreading an object a million times costs more than everything else here.
  const filed: RowCase = {
    missionId: made.missionId,
    year: made.year,
    hostCountry: made.hostCountry,
    place: made.place,
    occurred: made.occurred,
    awareAt: made.awareAt,
    openedOn: made.openedOn,
    summary: made.summary,
    cause: made.cause,
    record: made.record,
    closedOn: profile.case.status === 'CLOSED' ? openedOn : null,
    importKey: identity,
    note: `${profile.name}: ${fileName}, ${rowNo}`,
  };
  return { filed };
}

function filingOf(profile: Profile, row: RowText, awareAt: string): Filing {
  return {
    id: '',
    type: death.type,
    awareAt,
    hostCountry: row.country,
    place: row.place,
    occurred: { date: row.date, precision: 'DAY' },
    source: profile.case.source,
    summary: summaryOf(profile.case.summary, row),
    subject: UNNAMED,
    death: { manner: row.meaning.manner, icd10: row.meaning.icd10, causeText: row.cause },
  };
}

/** A template filled in. What is filled in is never looked at for places itself. */
function summaryOf(template: string, { cause, place }: RowText): string {
  let text = '';
  for (const part of partsOf(template)) {
    text += part === '{cause}' ? cause : part === '{place}' ? place : part;
  }
  return text.trim();
}

const templates = new Map<string, readonly string[]>();

/** Cut at its places, once for a million rows. */
function partsOf(template: string): readonly string[] {
  let parts = templates.get(template);
  if (!parts) {
    parts = template.split(/(\{cause\}|\{place\})/);
    if (templates.size < 100) templates.set(template, parts);
  }
  return parts;
}

function situationOf({ staffId }: RowsOrder, post: Post, openedOn: string, latest: string): FilingSituation {
  return {
    missionId: post.id,
    timeZone: post.timeZone,
    today: post.today,
    latest,
    now: Date.now(),
    year: Number(openedOn.slice(0, 4)),
    registeredBy: staffId,
    openedOn,
  };
}

/** Noon there, or now where today's noon is still to come. */
function awareAt(post: Post, openedOn: string, now: number): string {
  const noon = post.noonOn(openedOn);
  return openedOn === post.today && Date.parse(noon) > now ? new Date(now).toISOString() : noon;
}

/** Where in file or profile the field of a filing comes from. */
function originOf(field: string | undefined, { columns }: Profile): string | undefined {
  const [part = '', name = ''] = field?.split('.') ?? [];
  if (part === 'occurred' || part === 'awareAt') return columns.date.column;
  if (part === 'hostCountry') return columns.country;
  if (part === 'place') return columns.place;
  if (part === 'death') return name === 'causeText' ? columns.cause : `causes.${name}`;
  return part === '' ? undefined : `case.${part}`;
}
