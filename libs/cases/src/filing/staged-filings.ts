import type { CaseStatus } from '../file/case-file.lifecycle.js';
import { type CaseType, recordShapes } from '../records/case-types.js';
import { recordColumns } from '../records/record.storage.js';
import { caseColumns, type FiledCase, type FiledColumn, personColumns } from './filed-case.js';

/** A completed filing of something that has been going on: when it came in, what became of it, and where it came from. */
export interface PastCase extends FiledCase {
  /** Null: now, as it is written. */
  registeredAt: string | null;
  /** The status with which it came in, which its first entry names. */
  filedAs: CaseStatus;
  status: CaseStatus;
  closedOn: string | null;
  outcome: string | null;
  version: number;
  illustration: boolean;
  /** What makes it the same case when its file comes again. */
  importKey: string | null;
  /** What its first entry says. */
  note: string | null;
}

const from = (name: string, sqlType: string, part: keyof PastCase): FiledColumn<PastCase> => ({
  name,
  sqlType,
  part,
  valueOf: (filed) => filed[part],
});

/** What only a case with a past fills in `cases.case_file`. */
export const standingColumns: readonly FiledColumn<PastCase>[] = [
  from('registered_at', 'timestamptz', 'registeredAt'),
  from('status', 'text', 'status'),
  from('closed_on', 'date', 'closedOn'),
  from('outcome', 'text', 'outcome'),
  from('version', 'integer', 'version'),
  from('illustration', 'boolean', 'illustration'),
  from('import_key', 'text', 'importKey'),
];

const others: readonly FiledColumn<PastCase>[] = [
  from('year', 'integer', 'year'),
  from('filed_as', 'text', 'filedAs'),
  from('note', 'text', 'note'),
];

/** Compared byte by byte, as where they end up: an alphabet would cost much, and mean nothing. */
const PLAIN_KEYS = ['mission_id', 'import_key'];

/**
 * A temporary table in which completed filings lie before they are filed as one set (`fileStaged`): a column for everything that
 * `filingStatement` writes. What is the same in all of them is said once, as the column's default, and not sent with each.
 */
export class StagedFilings<Common extends Partial<PastCase> = object> {
  private readonly columns: readonly FiledColumn<PastCase>[];
  private readonly sent: readonly FiledColumn<PastCase>[];

  /**
   * @param types whose records there can be.
   * @param common what all of them have in common. `id` may be left to the database: then say so with `null`.
   * @param wanted names of the columns that are needed, where nothing will be filed; left out: all.
   */
  constructor(
    types: readonly CaseType[],
    private readonly common: Common,
    private readonly wanted?: readonly string[],
  ) {
    const records = types.flatMap((type) => stagedRecord(type, types.length > 1));
    const filed = [...caseColumns, ...personColumns] as unknown as FiledColumn<PastCase>[];
    const columns = [...filed, ...standingColumns, ...others, ...records];
    this.columns = columns.filter(({ name }) => wanted?.includes(name) ?? true);
    this.sent = this.columns.filter(({ part }) => !(part in common));
  }

  /** Definitions of all columns, for `create temp table`. */
  get definitions(): string {
    const defined = this.columns.map((column) => {
      const collation = PLAIN_KEYS.includes(column.name) ? ' collate "C"' : '';
      return `${column.name} ${column.sqlType}${collation}${this.defaultOf(column)}`;
    });
    // Ids are made where the rows are read in: PostgreSQL waits for the reading of the file anyway.
    return (this.wanted ? defined : [...defined, 'subject_id uuid not null default uuidv7()']).join(', ');
  }

  /** Names of all columns. */
  get names(): string[] {
    const names = this.columns.map(({ name }) => name);
    return this.wanted ? names : [...names, 'subject_id'];
  }

  /** Names of the columns of a line. */
  get sentNames(): string[] {
    return this.sent.map(({ name }) => name);
  }

  /** A filing as a line of COPY, without its end. */
  line(filed: Omit<PastCase, keyof Common>): string {
    let line = '';
    for (const { valueOf } of this.sent) line += `\t${copied(valueOf(filed as PastCase))}`;
    return line.slice(1);
  }

  /** A line for a row that is no filing. */
  get emptyLine(): string {
    return this.sent.map(() => '\\N').join('\t');
  }

  private defaultOf({ name, part, sqlType, valueOf }: FiledColumn<PastCase>): string {
    if (!(part in this.common)) return '';
    if (name === 'id') return ' not null default uuidv7()';
    const value = valueOf(this.common as unknown as PastCase);
    return value == null ? '' : ` default ${literal(value)}::${sqlType}`;
  }
}

/** Columns of a type's record; types may have fields of one name. */
function stagedRecord(type: CaseType, amongOthers: boolean): FiledColumn<PastCase>[] {
  const shape = recordShapes[type];
  if (!shape) return [];
  return recordColumns(shape).map(({ name, sqlType, valueOf }) => ({
    name: `${shape.table}_${name}`,
    sqlType,
    part: 'record',
    valueOf: (filed) => (amongOthers && filed.type !== type ? null : valueOf(filed.record)),
  }));
}

const SPECIAL = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as COPY reads it. */
export function copied(value: unknown): string {
  if (value == null) return '\\N';
  const text = typeof value === 'string' ? value : textOf(value);
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text;
}

/** A value as PostgreSQL reads it in quotes. */
function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item) => `"${String(item).replace(/["\\]/g, (sign) => `\\${sign}`)}"`);
  return `{${items.join(',')}}`;
}

function literal(value: unknown): string {
  const text = typeof value === 'string' ? value : textOf(value);
  return `'${text.replaceAll("'", "''")}'`;
}
