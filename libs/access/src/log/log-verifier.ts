import type { KeyObject } from 'node:crypto';
import {
  type Checkpoint,
  type CheckpointBody,
  digestOf,
  GENESIS,
  hashOfBody,
  HASHED_COLUMNS,
  type HashedRow,
  linkOf,
  readBody,
  rootOf,
} from './log-chain.rules.js';
import { isSigned } from './log-key.js';

/** Why the log is not what it was. */
export const LOG_FAULTS = [
  'ROW_CHANGED',
  'ROW_MISSING',
  'ROW_PUT_IN',
  'ROW_DATED_BACK',
  'LINK_MISSING',
  'CHECKPOINT_CHANGED',
  'CHECKPOINT_MISSING',
  'CHAIN_REWRITTEN',
] as const;
export type LogFault = (typeof LOG_FAULTS)[number];

/** Where the log is read: as an operator, or as an auditor through the door. */
export type AskLog = (name: string, text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

/** What is known besides the database. */
export interface Elsewhere {
  /** Public keys that are believed, by their ids. */
  keys: ReadonlyMap<string, KeyObject>;
  /** Numbers of the checkpoints in the second folder. */
  numbers: readonly number[];
  read: (number: number) => Promise<Checkpoint | undefined>;
}

export interface LogVerdict {
  /** Rows whose link was found right. */
  rows: number;
  checkpoints: number;
  /** Rows that stand under a signed checkpoint. */
  signed: number;
  /** Rows that are not chained yet, and since when the eldest waits. */
  young: number;
  youngSince: string | null;
  /** The first thing that is wrong: the number of the link, and the row's id where there is one. */
  fault: { code: LogFault; n: number; entryId: string | null } | null;
}

interface LinkRow extends HashedRow {
  n: string;
  hash: Buffer;
  log_id: string;
}

/** Rows that are read at a time: between two pages others have their turn. */
const AT_A_TIME = 5_000;

/** Nothing takes so long from its row to its commit: an entry older than the checkpoint before by more was dated back. */
const LONGEST_MS = 6 * 3_600_000;

const PAGE = `
  select k.n::text as n, k.hash, k.log_id::text as log_id, ${HASHED_COLUMNS}
    from access.log_link k left join access.log l on l.id = k.log_id
   where k.n > $1 order by k.n limit ${AT_A_TIME}`;

const PUT_IN = `
  select l.id::text as id from access.log l
   where l.xid < (select before from access.log_horizon) and not exists (select from access.log_link k where k.log_id = l.id)
   order by l.xid, l.id limit 1`;

const YOUNG = `
  select count(*)::text as n, to_char(min(l.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since from access.log l
   where l.xid >= (select before from access.log_horizon) and not exists (select from access.log_link k where k.log_id = l.id)`;

class Found extends Error {
  constructor(readonly fault: NonNullable<LogVerdict['fault']>) {
    super(fault.code);
  }
}

const stop = (code: LogFault, n: number, entryId: string | null = null): never => {
  throw new Found({ code, n, entryId });
};

/** Goes through the chain from its first link and stops at the first thing that is wrong. */
export class LogVerifier {
  private readonly verdict: LogVerdict = {
    rows: 0,
    checkpoints: 0,
    signed: 0,
    young: 0,
    youngSince: null,
    fault: null,
  };
  private before = GENESIS;
  private links: Buffer[] = [];
  private checkpoints: CheckpointBody[] = [];
  private signedAt = -Infinity;
  private later: LogVerdict['fault'] = null;
  /** In the chain, but of another time than its neighbours: told when nothing else is wrong. */
  private datedBack: LogVerdict['fault'] = null;

  constructor(
    private readonly ask: AskLog,
    private readonly elsewhere: Elsewhere,
  ) {}

  async verify(): Promise<LogVerdict> {
    try {
      await this.readCheckpoints().catch((error: unknown) => {
        if (!(error instanceof Found)) throw error;
        this.later = error.fault; // what is wrong with earlier rows comes first
      });
      for (let page = await this.page(0); page.length > 0; page = await this.page(this.verdict.rows)) {
        for (const link of page) this.take(link);
      }
      if (this.checkpoints[this.verdict.checkpoints]) stop('LINK_MISSING', this.verdict.rows + 1);
      if (this.later) throw new Found(this.later);
      if (this.datedBack) throw new Found(this.datedBack);
      const [putIn] = await this.ask('access.log_put_in', PUT_IN, []);
      if (putIn) stop('ROW_PUT_IN', this.verdict.rows, String(putIn.id));
    } catch (error) {
      if (!(error instanceof Found)) throw error;
      this.verdict.fault = error.fault;
    }
    const [young] = await this.ask('access.log_young', YOUNG, []);
    return {
      ...this.verdict,
      young: Number(young?.n ?? 0),
      youngSince: (young?.since ?? null) as string | null,
    };
  }

  private page(after: number): Promise<LinkRow[]> {
    return this.ask('access.log_links', PAGE, [after]) as Promise<unknown> as Promise<LinkRow[]>;
  }

  private take({ n, hash, log_id: entryId, ...row }: LinkRow): void {
    const next = this.verdict.rows + 1;
    if (this.later && next >= this.later.n) throw new Found(this.later);
    if (Number(n) !== next) stop('LINK_MISSING', next);
    if (row.id === null) stop('ROW_MISSING', next, entryId);
    if (!linkOf(this.before, digestOf(row)).equals(hash)) stop('ROW_CHANGED', next, entryId);
    if (Date.parse(row.at ?? '') < this.signedAt - LONGEST_MS) {
      this.datedBack ??= { code: 'ROW_DATED_BACK', n: next, entryId };
    }
    this.verdict.rows = next;
    this.before = hash;
    this.links.push(hash);
    const open = this.checkpoints[this.verdict.checkpoints];
    if (open?.last === next) this.close(open);
  }

  /** All links of a checkpoint are there: do they make what was signed? */
  private close(checkpoint: CheckpointBody): void {
    if (
      rootOf(this.links).toString('hex') !== checkpoint.root ||
      this.before.toString('hex') !== checkpoint.link
    ) {
      stop('CHAIN_REWRITTEN', checkpoint.first);
    }
    this.verdict.checkpoints += 1;
    this.verdict.signed = checkpoint.last;
    this.signedAt = Date.parse(checkpoint.at);
    this.links = [];
  }

  /** Signatures, numbers and copies, before any row. */
  private async readCheckpoints(): Promise<void> {
    const rows = await this.ask(
      'access.log_checkpoints',
      'select number, body, signature from access.log_checkpoint order by number',
      [],
    );
    let previous = '';
    for (const row of rows) {
      const body = String(row.body);
      const { first, last } = await this.checked(Number(row.number), body, row.signature as Buffer, previous);
      previous = hashOfBody(body);
      if (last < first) stop('CHECKPOINT_CHANGED', first);
    }
    if (this.elsewhere.numbers.some((number) => number > rows.length)) {
      stop('CHECKPOINT_MISSING', (this.checkpoints.at(-1)?.last ?? 0) + 1);
    }
  }

  private async checked(
    number: number,
    text: string,
    signature: Buffer,
    previous: string,
  ): Promise<CheckpointBody> {
    const at = (this.checkpoints.at(-1)?.last ?? 0) + 1;
    if (number !== this.checkpoints.length + 1) return stop('CHECKPOINT_MISSING', at);
    const body = readBody(text);
    const key = body && this.elsewhere.keys.get(body.key);
    if (!body || !key || !isSigned(text, signature, key)) return stop('CHECKPOINT_CHANGED', at);
    if (body.number !== number || body.first !== at || body.previous !== previous)
      return stop('CHECKPOINT_CHANGED', at);
    if (this.elsewhere.numbers.includes(number) && (await this.elsewhere.read(number))?.body !== text) {
      return stop('CHECKPOINT_CHANGED', at);
    }
    this.checkpoints.push(body);
    return body;
  }
}
