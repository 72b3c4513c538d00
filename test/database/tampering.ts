/** Something that somebody with all rights in the database does to the access log. */
export interface Tampering {
  kind: string;
  /** Number of the first row that must be named. */
  firstBad: number;
  tamper: (query: Query) => Promise<unknown>;
}

type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

const OF_LINK = 'id = (select log_id from access.log_link where n = $1)';

/** A change of one column that is never what stood there. */
const changes = [
  `at = at + interval '1 microsecond'`,
  `at = at - interval '1 day'`,
  'staff_id = uuidv7()',
  'staff_id = null',
  `role = role || 'X'`,
  `mission_id = 'SEL'`,
  'mission_id = null',
  `operation = operation || '.'`,
  'subject_id = uuidv7()',
  'shown = array[uuidv7()]',
  `shown = '{}'`,
  `refused = 'FORBIDDEN'`,
  `detail = '{"way":"PASSWORD"}'`,
  `xid = (xid::text::bigint + 1)::text::xid8`,
  'id = uuidv7()',
];

/** Whoever can write everything but sign makes all links after a row anew. */
const RECHAIN = `
  do $$
  declare
    r record;
    link bytea := sha256('elchin access log');
  begin
    for r in select k.n, access.log_content(l) as content from access.log_link k join access.log l on l.id = k.log_id order by k.n loop
      link := sha256(link || sha256(r.content));
      update access.log_link set hash = link where n = r.n;
    end loop;
  end $$`;

/** @param sizes of the checkpoints, from the first row on. */
export function tamperings(random: () => number, sizes: readonly number[]): Tampering {
  const pick = (n: number): number => Math.floor(random() * n);
  const signed = sizes.reduce((all, some) => all + some, 0);
  const n = 1 + pick(signed);
  const other = 1 + ((n + pick(signed - 1)) % signed);
  const number = 1 + pick(sizes.length);
  const firstOf = (checkpoint: number): number =>
    1 + sizes.slice(0, checkpoint - 1).reduce((all, some) => all + some, 0);
  const over = sizes.findIndex((_, at) => n < firstOf(at + 2)) + 1;
  const change = changes[pick(changes.length)] ?? '';
  const kinds: Tampering[] = [
    {
      kind: 'a column is changed',
      firstBad: n,
      tamper: (query) => query(`update access.log set ${change} where ${OF_LINK}`, [n]),
    },
    {
      kind: 'a row is deleted',
      firstBad: n,
      tamper: (query) => query(`delete from access.log where ${OF_LINK}`, [n]),
    },
    {
      kind: 'a row and its link are deleted',
      firstBad: n,
      tamper: async (query) => {
        await query(`delete from access.log where ${OF_LINK}`, [n]);
        await query('delete from access.log_link where n = $1', [n]);
      },
    },
    {
      kind: 'a row is put in',
      firstBad: signed + 4,
      tamper: (query) =>
        query(
          `insert into access.log (at, staff_id, role, mission_id, operation, xid)
           select at, uuidv7(), role, mission_id, 'cases.read', xid from access.log where ${OF_LINK}`,
          [n],
        ),
    },
    {
      kind: 'two rows are swapped',
      firstBad: Math.min(n, other),
      tamper: async (query) => {
        const [one, two] = await query('delete from access.log_link where n in ($1, $2) returning *', [
          n,
          other,
        ]);
        await query('insert into access.log_link (n, log_id, hash) values ($1, $2, $3), ($4, $5, $6)', [
          ...[one?.n, two?.log_id, two?.hash],
          ...[two?.n, one?.log_id, one?.hash],
        ]);
      },
    },
    {
      kind: 'the tail is cut',
      firstBad: n,
      tamper: async (query) => {
        await query('delete from access.log where id in (select log_id from access.log_link where n >= $1)', [
          n,
        ]);
        await query('delete from access.log_link where n >= $1', [n]);
      },
    },
    {
      kind: 'the tail is cut with its checkpoints',
      firstBad: firstOf(over),
      tamper: async (query) => {
        await query('delete from access.log_checkpoint where number >= $1', [over]);
        await query('delete from access.log_link where n >= $1', [firstOf(over)]);
      },
    },
    {
      kind: 'a link is changed',
      firstBad: n,
      tamper: (query) =>
        query('update access.log_link set hash = set_byte(hash, $2, get_byte(hash, $2) # $3) where n = $1', [
          ...[n, pick(32), 1 + pick(255)],
        ]),
    },
    {
      kind: 'the chain is made anew after a change',
      firstBad: firstOf(over),
      tamper: async (query) => {
        await query(`update access.log set ${change} where ${OF_LINK}`, [n]);
        // A row of another id is no link's row any more: the link follows it.
        await query(
          `update access.log_link set log_id = (select id from access.log l where not exists (
             select from access.log_link k where k.log_id = l.id) order by l.xid limit 1)
            where n = $1 and not exists (select from access.log l where l.id = log_link.log_id)`,
          [n],
        );
        await query(RECHAIN);
      },
    },
    {
      kind: 'a checkpoint is deleted',
      firstBad: firstOf(number),
      tamper: (query) => query('delete from access.log_checkpoint where number = $1', [number]),
    },
    {
      kind: 'a checkpoint says something else',
      firstBad: firstOf(number),
      tamper: (query) =>
        query(`update access.log_checkpoint set body = replace(body, '"v":1', '"v": 1') where number = $1`, [
          number,
        ]),
    },
    {
      kind: 'a signature is changed',
      firstBad: firstOf(number),
      tamper: (query) =>
        query(
          'update access.log_checkpoint set signature = set_byte(signature, $2, get_byte(signature, $2) # $3) where number = $1',
          [...[number, pick(64), 1 + pick(255)]],
        ),
    },
    {
      kind: 'a checkpoint is replaced by one that was signed for others',
      firstBad: firstOf(number),
      tamper: (query) =>
        query(
          `update access.log_checkpoint set (body, signature) = (
             select body, signature from access.log_checkpoint where number = $2) where number = $1`,
          [number, 1 + (number % sizes.length)],
        ),
    },
  ];
  return kinds[pick(kinds.length)] as Tampering;
}
