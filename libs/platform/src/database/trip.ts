import type { Socket } from 'node:net';
import type pg from 'pg';
import { plainTypes } from './plain-types.js';
import { preparedValue, type WireValue } from './prepared-value.js';

/** One prepared statement: its name is its identity, so the same name always carries the same text. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

export type Row = Record<string, unknown>;

/** The part of pg's connection that we write to. */
export interface Wire {
  stream: Socket;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly WireValue[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: object): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

interface Column {
  name: string;
  parse: (text: string) => unknown;
}

/** Statements that a connection holds ready: name → text. Null: a trip that failed left in doubt whether the server took it. */
type Prepared = Map<string, string | null>;

const preparedOn = new WeakMap<Wire, Prepared>();

/** The columns of named statements, by text: the server is asked once, not at each execution. */
const columnsOf = new Map<string, readonly Column[]>();

/**
 * Statements that travel to PostgreSQL together and are one transaction: without a BEGIN, everything up to the one Sync
 * stands or falls together (PostgreSQL 18, "Message Flow", 54.2.4 Pipelining). A query object for pg's client, which in its own pipeline
 * mode would end each statement with a Sync of its own, and ask for the columns' description each time.
 */
export class Trip implements pg.Submittable {
  private readonly rows: Row[][];
  private readonly values: readonly WireValue[][];
  private at = 0;
  private columns: readonly Column[] | undefined;
  private failure: Error | undefined;
  private ended = false;
  /** Names that this trip has the server prepare. */
  private readonly fresh: string[] = [];
  private wire: Wire | undefined;

  constructor(
    private readonly statements: readonly Statement[],
    private readonly settle: (error: Error | undefined, rows: Row[][]) => void,
  ) {
    this.rows = statements.map(() => []);
    // Before anything is on the wire: a value that cannot be sent must not leave half a message there.
    this.values = statements.map(({ values }) => values.map(preparedValue));
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    // One write on the wire: each of its own is a system call that costs as much as a query.
    wire.stream.cork();
    try {
      this.write(wire);
    } finally {
      wire.stream.uncork();
    }
  }

  /** Puts all its messages on the wire, up to the Sync. */
  write(wire: Wire): void {
    this.wire = wire;
    this.statements.forEach((statement, at) => this.send(wire, statement, this.values[at] ?? []));
    wire.sync();
  }

  /** Whether the server holds all its statements ready on that connection, so that nothing of it depends on another trip. */
  isPreparedOn(wire: Wire): boolean {
    const prepared = preparedFor(wire);
    return this.statements.every(({ name, text }) => name !== '' && prepared.get(name) === text);
  }

  private send(wire: Wire, { name, text }: Statement, values: readonly WireValue[]): void {
    const prepared = preparedFor(wire);
    const known = prepared.get(name);
    if (name === '' || known !== text) {
      // Closing what is not there is no error.
      if (known !== undefined) wire.close({ type: 'S', name });
      wire.parse({ name, text });
      prepared.set(name, text);
      this.fresh.push(name);
    }
    wire.bind({ statement: name, values });
    if (name === '' || !columnsOf.has(text)) wire.describe({ type: 'P', name: '' });
    wire.execute({});
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: plainTypes.getTypeParser(dataTypeID),
    }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.columns ??= columnsOf.get(this.statements[this.at]?.text ?? '') ?? [];
    const row: Row = {};
    try {
      for (const [at, { name, parse }] of this.columns.entries()) {
        const text = fields[at] ?? null;
        row[name] = text === null ? null : parse(text);
      }
    } catch (error) {
      this.failure ??= error as Error;
    }
    this.rows[this.at]?.push(row);
  }

  handleCommandComplete(): void {
    const { name, text } = this.statements[this.at] ?? { name: '', text: '' };
    if (name !== '' && !columnsOf.has(text)) columnsOf.set(text, this.columns ?? []);
    this.columns = undefined;
    this.at += 1;
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  /** After the server's refusal of a statement, or the loss of the connection. */
  handleError(error: Error): void {
    if (this.wire) {
      const prepared = preparedFor(this.wire);
      for (const name of this.fresh) prepared.set(name, null);
    }
    this.end(error, []);
  }

  /** The transaction is committed. */
  handleReadyForQuery(): void {
    this.end(this.failure, this.rows);
  }

  /** A connection that the server ends fails twice: by the server's word, and by its loss. */
  private end(error: Error | undefined, rows: Row[][]): void {
    if (this.ended) return;
    this.ended = true;
    this.settle(error, rows);
  }
}

function preparedFor(wire: Wire): Prepared {
  let prepared = preparedOn.get(wire);
  if (!prepared) {
    prepared = new Map();
    preparedOn.set(wire, prepared);
  }
  return prepared;
}
