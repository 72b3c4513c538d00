import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, type Page, Refusal, type Row } from '#platform';
import type { Asking } from './asking.js';
import { Door } from './door.service.js';
import { STAFF_COLUMNS, STAFF_SEEN, type StaffMember } from './staff.columns.js';
import { isUuid } from './uuid.rules.js';

/** Reads of the staff. */
@Injectable()
export class StaffReader {
  constructor(private readonly door: Door) {}

  /** Whoever asks, about themselves. */
  async me(asking: Asking): Promise<StaffMember> {
    const [rows] = await this.door.oneTrip(asking, [
      {
        name: 'access.me',
        text: `select ${STAFF_COLUMNS} from access.staff where id = $1`,
        values: [asking.actor.staffId],
      },
    ]);
    return rows?.[0] as unknown as StaffMember;
  }

  /**
   * Everybody, in the order of the Mongolian alphabet (then by id), also those who may not sign in any more.
   * @param page of the order (name, id).
   */
  async page(asking: Asking, { first, after }: Page): Promise<Connection<StaffMember>> {
    const [name, id] = after ?? [null, null];
    if (after && (name?.includes('\0') || !isUuid(id))) throw Refusal.of('BAD_CURSOR', 'after');
    const [rows, counts] = await this.door.readList(
      asking,
      {
        name: 'access.staff_page',
        text: `select ${STAFF_SEEN}, id as shown_id from access.staff
                where $1::text is null or name collate public.mn_names > $1 or (name = $1 and id > $2::uuid)
                order by name collate public.mn_names, id limit $3`,
        values: [name, id, first + 1],
      },
      first,
      [{ name: 'access.staff_count', text: 'select count(*) as n from access.staff', values: [] }],
    );
    const people = (rows ?? []) as unknown as StaffMember[];
    return connectionOf(people, first, countOf(counts), (person) => [person.name, person.id]);
  }

  /** Names beside acts, by id, for whoever may see the act; ids of nobody are left out. */
  async namesOf(asking: Asking, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const [rows] = await this.door.oneTrip({ ...asking, logged: false }, [
      {
        name: 'access.names',
        text: 'select id, name from access.staff_directory where id = any($1::uuid[])',
        values: [[...new Set(ids)]],
      },
    ]);
    return new Map((rows ?? []).map((row) => [row.id as string, row.name as string]));
  }
}

const countOf = (rows: Row[] | undefined): number => Number(rows?.[0]?.n ?? 0);
