/** One connection as the owner of the tables, in no transaction yet: pg's client, not a pool. */
export interface OwnerConnection {
  query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** A maintained figure that is not what a count over the cases comes to. */
export interface Difference {
  /** What keeps the figure: `cases.case_fact`, or a table of counts with the facts it has not taken in. */
  keeper: string;
  /** Where it stands, e.g. `{ year: 2016, country: 'KR', type: …, cause: 'V01-V99' }`. */
  cell: Record<string, string | number>;
  /** `opened`, `illustrated_closed`, … */
  measure: string;
  maintained: number;
  counted: number;
}

export interface RecountReport {
  cases: number;
  /** Cells compared, over all keepers. */
  cells: number;
  /** At most `MOST_DIFFERENCES` of them. */
  differences: Difference[];
  differing: number;
}

/** Told as each step begins. */
export type OnStep = (step: { at: number; of: number; what: string }) => void;

/** Past this, listing more helps nobody; they are still counted. */
const MOST_DIFFERENCES = 1000;

const measures = [
  'occurred',
  'opened',
  'closed',
  'illustrated_occurred',
  'illustrated_opened',
  'illustrated_closed',
] as const;
const sums = measures.map((name) => `sum(${name}) as ${name}`).join(', ');
const fineKeys = ['mission_id', 'country', 'type', 'cause', 'sex'];

interface Keeper {
  name: string;
  period: 'month' | 'year';
  keys: readonly string[];
  /** SQL of its figures, each cell once or several times. */
  kept: string;
}

/** The ledger as a whole, and each table of counts together with the facts it has not taken in. */
const keepers: readonly Keeper[] = [
  { name: 'cases.case_fact', period: 'month', keys: fineKeys, kept: 'select * from recount_ledger' },
  counts('stat.post_month', 'month', fineKeys),
  counts('stat.post_year', 'year', fineKeys),
  counts('stat.world_month', 'month', ['country', 'type', 'cause']),
  counts('stat.world_year', 'year', ['country', 'type', 'cause']),
];

const preparations: readonly [what: string, sql: string][] = [
  [
    'counting the cases',
    `${temporary('recount_counted')} from stat.case_move group by month, ${fineKeys.join(', ')}`,
  ],
  [
    'adding up the ledger',
    `${temporary('recount_ledger')} from stat.fact_move group by month, ${fineKeys.join(', ')}`,
  ],
  [
    'adding up the facts not taken in yet',
    `${temporary('recount_pending')} from stat.fact_move where tx >= (select tx from stat.fold_mark)
       group by month, ${fineKeys.join(', ')}`,
  ],
];

/**
 * Compares every maintained figure with a count over the cases themselves, all as of one moment; acts go on meanwhile.
 * Nothing is changed.
 */
export async function recount(
  owner: OwnerConnection,
  onStep: OnStep = () => undefined,
): Promise<RecountReport> {
  const of = preparations.length + keepers.length;
  await owner.query('begin isolation level repeatable read');
  try {
    for (const [at, [what, sql]] of preparations.entries()) {
      onStep({ at: at + 1, of, what });
      await owner.query(sql);
    }
    const report: RecountReport = { cases: await countCases(owner), cells: 0, differences: [], differing: 0 };
    for (const [at, keeper] of keepers.entries()) {
      onStep({ at: preparations.length + at + 1, of, what: `comparing ${keeper.name}` });
      await compare(owner, keeper, report);
    }
    return report;
  } finally {
    await owner.query('rollback');
  }
}

async function countCases(owner: OwnerConnection): Promise<number> {
  const { rows } = await owner.query('select count(*) as n from cases.case_fact_now');
  return Number(rows[0]?.n);
}

async function compare(owner: OwnerConnection, keeper: Keeper, report: RecountReport): Promise<void> {
  await owner.query(`create temporary table recount_compared on commit drop as ${comparison(keeper)}`);
  const differs = measures.map((name) => `kept_${name} <> counted_${name}`).join(' or ');
  const { rows: sizes } = await owner.query(
    `select count(*) as cells, count(*) filter (where ${differs}) as differing from recount_compared`,
  );
  report.cells += Number(sizes[0]?.cells);
  if (Number(sizes[0]?.differing) > 0) {
    const { rows } = await owner.query(
      `select * from recount_compared where ${differs} order by 1, 2, 3, 4 limit ${MOST_DIFFERENCES}`,
    );
    for (const row of rows) note(keeper, row, report);
    report.differing += Math.max(0, Number(sizes[0]?.differing) - rows.length);
  }
  await owner.query('drop table recount_compared');
}

/** A row per cell with each measure as it is kept and as it was counted; a cell that one side lacks has 0 there. */
function comparison({ period, keys, kept }: Keeper): string {
  const periodOf = period === 'month' ? 'month' : 'month / 100 as year';
  const cell = [period, ...keys].join(', ');
  const side = (name: string) =>
    measures.map((measure) => `coalesce(${name}.${measure}, 0) as ${name}_${measure}`);
  return `select ${cell}, ${[...side('kept'), ...side('counted')].join(', ')}
    from (select ${cell}, ${sums} from (${kept}) k group by ${cell}) kept
    full join (select ${cell}, ${sums} from (
      select ${periodOf}, ${[...keys, ...measures].join(', ')} from recount_counted) c group by ${cell}) counted
    using (${cell})`;
}

function note({ name, period, keys }: Keeper, row: Record<string, unknown>, report: RecountReport): void {
  const cell = Object.fromEntries([period, ...keys].map((key) => [key, row[key] as string | number]));
  for (const measure of measures) {
    const maintained = Number(row[`kept_${measure}`]);
    const counted = Number(row[`counted_${measure}`]);
    if (maintained === counted) continue;
    report.differing += 1;
    if (report.differences.length >= MOST_DIFFERENCES) continue;
    report.differences.push({ keeper: name, cell, measure, maintained, counted });
  }
}

function counts(table: string, period: 'month' | 'year', keys: readonly string[]): Keeper {
  const columns = [...keys, ...measures].join(', ');
  const periodOf = period === 'month' ? 'month' : 'month / 100';
  return {
    name: table,
    period,
    keys,
    kept: `select ${period}, ${columns} from ${table}
           union all select ${periodOf}, ${columns} from recount_pending`,
  };
}

function temporary(name: string): string {
  return `create temporary table ${name} on commit drop as select month, ${fineKeys.join(', ')}, ${sums}`;
}
