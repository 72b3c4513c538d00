import { randomUUID } from 'node:crypto';

/** A connection as the owner of the tables. */
export interface Owner {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** A case as far as it is counted. */
export interface CountedCase {
  id: string;
  mission: string;
  country: string;
  type: string;
  cause: string;
  sex: string;
  occurredOn: string | null;
  precision: 'DAY' | 'MONTH' | 'YEAR' | 'UNKNOWN';
  openedOn: string;
  closedOn: string | null;
  illustration: boolean;
}

const aDetentionInSeoul: Omit<CountedCase, 'id'> = {
  mission: 'SEL',
  country: 'KR',
  type: 'DETENTION',
  cause: '06',
  sex: 'MALE',
  occurredOn: '2026-03-07',
  precision: 'DAY',
  openedOn: '2026-03-09',
  closedOn: null,
  illustration: false,
};

/** Opens a case by SQL: counts must follow every way of writing cases, also those that pass the services by. */
export async function opened(owner: Owner, difference: Partial<CountedCase> = {}): Promise<CountedCase> {
  const it: CountedCase = { id: randomUUID(), ...aDetentionInSeoul, ...difference };
  await owner.query(
    `with person as (insert into cases.person (mission_id, sex) values ($2, $6) returning id)
     insert into cases.case_file (id, case_no, type, status, mission_id, host_country, occurred_on, occurred_precision,
       aware_at, opened_on, closed_on, source, summary, cause_code, subject_id, illustration)
     select $1::uuid, $1::text, $4, case when $10::date is null then 'REGISTERED' else 'CLOSED' end, $2, $3, $7, $8,
       $9::date, $9, $10, 'FAMILY', 'made for a test', $5, person.id, $11 from person`,
    [
      ...[it.id, it.mission, it.country, it.type, it.cause, it.sex],
      ...[it.occurredOn, it.precision, it.openedOn, it.closedOn, it.illustration],
    ],
  );
  return it;
}

/** Changes what was recorded of a case, in the database and in the copy given. */
export async function amended(
  owner: Owner,
  it: CountedCase,
  change: Partial<Omit<CountedCase, 'id'>>,
): Promise<void> {
  Object.assign(it, change);
  // One statement: a case and its person belong to the same mission at its end.
  await owner.query(
    `with person as (
       update cases.person p set sex = $11, mission_id = $2 from cases.case_file c where c.id = $1 and p.id = c.subject_id)
     update cases.case_file set mission_id = $2, host_country = $3, type = $4, cause_code = $5, occurred_on = $6,
       occurred_precision = $7, opened_on = $8, closed_on = $9,
       status = case when $9::date is null then 'REOPENED' else 'CLOSED' end, illustration = $10 where id = $1`,
    [
      ...[it.id, it.mission, it.country, it.type, it.cause],
      ...[it.occurredOn, it.precision, it.openedOn, it.closedOn, it.illustration, it.sex],
    ],
  );
}
