import type { CaseFileBuilder } from '#cases/testing';
import type { Answer, Client, PersonOfTest, RunningApi } from '#support/api';
import { v7 as uuidv7 } from 'uuid';

export interface CaseSeen {
  id: string;
  caseNo: string;
  type: string;
  status: string;
  version: number;
  summary: string;
  place: string | null;
  openedOn: string;
  closedOn: string | null;
  registeredAt: string;
  nextStatuses: string[];
  illustration: boolean;
  mission: { id: string };
  hostCountry: { code: string; label: string };
  occurred: { date: string | null; precision: string };
  outcome: { code: string } | null;
  cause: { code: string; list: string };
  subject: { displayName: string | null; given: string | null; sex: string; birth: { date: string | null } };
  owner: { name: string } | null;
  latestEntry: EntrySeen;
  [record: string]: unknown;
}

export interface EntrySeen {
  id: string;
  kind: string;
  text: string | null;
  at: string;
  fromStatus: string | null;
  toStatus: string | null;
  by: { name: string } | null;
  outcome: { code: string } | null;
  changes: ChangeSeen[];
}

export interface ChangeSeen {
  field: string;
  kind: string;
  before: { text: string; precision: string | null } | null;
  after: { text: string; precision: string | null } | null;
}

export interface RefusalSeen {
  code: string;
  field: string | null;
  message: string;
  remedy: string;
}

/** Either the case, or why not. */
export interface Outcome {
  case: CaseSeen;
  refusals: RefusalSeen[];
  answer: Answer;
}

export type Language = 'mn' | 'en';

const ENTRY = `id kind text at fromStatus toStatus by { name } outcome { code label }
  changes { field kind before { text precision } after { text precision } afterIsKept }`;
const CASE = `
  id caseNo type status version summary place openedOn closedOn registeredAt nextStatuses illustration
  mission { id } hostCountry { code label } occurred { date precision } outcome { code } cause { code list }
  subject { displayName given sex birth { date precision } } owner { name } latestEntry { ${ENTRY} }
  detention { authority { code } basis { code } offence { code label } offenceLocal facility arrestedOn missionNotifiedOn firstVisitOn }
  death { manner { code } icd10 { code } inCustody atWork causeText }
  labour { issues { code } employer injuryFatal occupation { code } activity { code } legalStatus { code } }
  insurance { scheme { code } enrolment { code } benefit { code } claim { code } }
  crimeVictim { offence { code } reportedPoliceOn }
  missing { circumstance { code } lastSeenOn }`;

const act = (name: string, type: string) => `mutation ($input: ${type}!) {
  ${name}(input: $input) { ... on CaseFile { ${CASE} } ... on Refused { refusals { code field message remedy } } } }`;

const FILE = act('fileCase', 'FileCaseInput');
const ADD_ENTRY = act('addEntry', 'AddEntryInput');
const AMEND = act('amendCase', 'AmendCaseInput');
const MOVE = act('changeStatus', 'ChangeStatusInput');
const CLOSE = act('closeCase', 'CloseCaseInput');
const REOPEN = act('reopenCase', 'ReopenCaseInput');
const FIND = `query ($id: ID, $caseNo: String) { caseFile(id: $id, caseNo: $caseNo) { ${CASE} } }`;
const LIST = `query ($filter: WorklistFilter, $order: WorklistOrder! = NEWEST, $first: Int! = 50, $after: String) {
  worklist(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${CASE} } } } }`;
const SEARCH = `query ($fragment: String!, $first: Int! = 20) { searchCases(fragment: $fragment, first: $first) { ${CASE} } }`;
const TIMELINE = `query ($id: ID!, $first: Int! = 50, $after: String) { caseFile(id: $id) { timeline(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${ENTRY} } } } } }`;

const SINCE = `query ($id: ID!, $version: Int!) { caseFile(id: $id) { changesSince(version: $version) { ${ENTRY} } } }`;

export interface PageSeen<T> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { cursor: string; node: T }[];
}

/** The desk of a person: what she does there through the API, in the words of the register. */
export class Desk {
  constructor(readonly client: Client) {}

  files(builder: CaseFileBuilder, language?: Language): Promise<Outcome> {
    return this.act(FILE, builder.input, language);
  }

  /** @throws when the filing is refused: for what a test only builds on. */
  async filed(builder: CaseFileBuilder): Promise<CaseSeen> {
    return this.done(await this.files(builder));
  }

  notes(caseId: string, text: string, more: object = {}, language?: Language): Promise<Outcome> {
    const entry = { id: uuidv7(), caseId, kind: 'NOTE', at: new Date().toISOString(), text, ...more };
    return this.act(ADD_ENTRY, entry, language);
  }

  amends(file: { id: string; version: number }, change: object, language?: Language): Promise<Outcome> {
    const input = { id: file.id, version: file.version, reason: 'Шинэ мэдээлэл ирсэн', ...change };
    return this.act(AMEND, input, language);
  }

  moves(file: { id: string; version: number }, to: string, more: object = {}, language?: Language) {
    return this.act(MOVE, { caseId: file.id, version: file.version, to, ...more }, language);
  }

  closes(file: { id: string; version: number }, more: object = {}, language?: Language): Promise<Outcome> {
    return this.act(CLOSE, { caseId: file.id, version: file.version, ...more }, language);
  }

  reopens(file: { id: string; version: number }, reason: string, language?: Language): Promise<Outcome> {
    return this.act(REOPEN, { caseId: file.id, version: file.version, reason }, language);
  }

  /** Moves a case through these statuses, one after the other. */
  async brings(file: CaseSeen, ...statuses: string[]): Promise<CaseSeen> {
    let now = file;
    for (const to of statuses) {
      const outcome = to === 'RESOLVED' ? { outcome: 'UNKNOWN' } : {};
      now = this.done(await this.moves(now, to, outcome));
    }
    return now;
  }

  async finds(key: { id?: string; caseNo?: string }, language?: Language): Promise<CaseSeen | null> {
    return (await this.data<{ caseFile: CaseSeen | null }>(FIND, key, language)).caseFile;
  }

  async lists(variables: object = {}): Promise<PageSeen<CaseSeen>> {
    return (await this.data<{ worklist: PageSeen<CaseSeen> }>(LIST, variables)).worklist;
  }

  async searches(fragment: string, first = 20): Promise<CaseSeen[]> {
    return (await this.data<{ searchCases: CaseSeen[] }>(SEARCH, { fragment, first })).searchCases;
  }

  async timeline(id: string, page: object = {}): Promise<PageSeen<EntrySeen>> {
    const { caseFile } = await this.data<{ caseFile: { timeline: PageSeen<EntrySeen> } }>(TIMELINE, {
      id,
      ...page,
    });
    return caseFile.timeline;
  }

  /** What the register shows to whoever acted on an old version. */
  async sees(file: { id: string }, since: number, language?: Language): Promise<EntrySeen[]> {
    const { caseFile } = await this.data<{ caseFile: { changesSince: EntrySeen[] } }>(
      SINCE,
      { id: file.id, version: since },
      language,
    );
    return caseFile.changesSince;
  }

  /** Questions as they are asked, for what is refused. */
  readonly asks = {
    list: (variables: object, language?: Language) => this.client.query(LIST, variables, language),
    search: (variables: object, language?: Language) => this.client.query(SEARCH, variables, language),
    find: (variables: object, language?: Language) => this.client.query(FIND, variables, language),
    timeline: (variables: object, language?: Language) => this.client.query(TIMELINE, variables, language),
    file: (input: object, language?: Language) => this.client.query(FILE, { input }, language),
    entry: (input: object, language?: Language) => this.client.query(ADD_ENTRY, { input }, language),
  };

  private async act(document: string, input: object, language?: Language): Promise<Outcome> {
    const answer = await this.client.query(document, { input }, language);
    const [result] = Object.values(answer.data ?? {}) as ({ refusals?: RefusalSeen[] } | undefined)[];
    return { case: result as unknown as CaseSeen, refusals: result?.refusals ?? [], answer };
  }

  private done({ case: file, refusals, answer }: Outcome): CaseSeen {
    if (refusals.length > 0 || !file?.id) throw new Error(JSON.stringify(answer));
    return file;
  }

  private async data<T>(document: string, variables: object, language?: Language): Promise<T> {
    const answer = await this.client.query(document, variables, language);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as unknown as T;
  }
}

export async function deskOf(api: RunningApi, person: PersonOfTest): Promise<Desk> {
  return new Desk(await api.as(person));
}

/** `code field`, as a test compares refusals. */
export const said = (refusals: readonly RefusalSeen[]): string[] =>
  refusals.map(({ code, field }) => (field === null ? code : `${code} ${field}`));
