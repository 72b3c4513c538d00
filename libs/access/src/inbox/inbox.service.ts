import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Connection, connectionOf, type Page } from '#platform';
import type { Asking } from '../asking.js';
import { Door } from '../door.service.js';
import type { Role } from '../policy.rules.js';

/** Whom a notice is for: one person, or whoever holds a role now, at one post or at all. */
export type Addressee = { staffId: string } | { role: Role; missionId: string | null };

/** Something that somebody is told. Its words are the `notices` of the room that tells it. */
export interface Notice {
  to: Addressee;
  code: string;
  /** For the words. References and numbers only: the database refuses what could be a name. */
  params?: Record<string, string | number>;
  /** What it is about, for a link, e.g. `{ kind: 'IMPORT', id }`. */
  subject?: { kind: string; id: string };
}

/** A notice as its reader has it. */
export interface NoticeRead {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  code: string;
  params: Record<string, string | number>;
  subjectKind: string | null;
  subjectId: string | null;
  readAt: string | null;
}

/** What people are told in the app. Everybody has an inbox, and nobody sees into another's. */
@Injectable()
export class Inbox {
  constructor(private readonly door: Door) {}

  /**
   * Tells somebody something, inside the transaction of what is told: they are told when it happens, and only then.
   * @returns how many people are told.
   */
  async tell(manager: EntityManager, { to, code, params = {}, subject }: Notice): Promise<number> {
    const person = 'staffId' in to;
    const rows: { n: number }[] = await manager.query('select access.tell($1, $2, $3, $4, $5, $6, $7) as n', [
      code,
      JSON.stringify(params),
      subject?.kind ?? null,
      subject?.id ?? null,
      person ? to.staffId : null,
      person ? null : to.role,
      person ? null : to.missionId,
    ]);
    return rows[0]?.n ?? 0;
  }

  /**
   * One's own notices, newest first.
   * @param page of the order (id): ids of notices are in order of time.
   */
  async page(asking: Asking, { first, after }: Page): Promise<Connection<NoticeRead>> {
    const [rows, counts] = await this.door.read(asking, [
      {
        name: `access.inbox${after ? ' after' : ''}`,
        text: `select n.id, n.at, n.code, n.params, n.subject_kind as "subjectKind", n.subject_id as "subjectId",
                      r.read_at as "readAt"
                 from access.notice_reader r join access.notice n on n.id = r.notice_id
                where r.staff_id = $1 ${after ? 'and r.notice_id < $3::uuid' : ''}
                order by r.notice_id desc limit $2`,
        values: [asking.actor.staffId, first + 1, ...(after ?? [])],
      },
      {
        name: 'access.inbox_count',
        text: 'select count(*) as n from access.notice_reader where staff_id = $1',
        values: [asking.actor.staffId],
      },
    ]);
    const notices = (rows ?? []) as unknown as NoticeRead[];
    return connectionOf(notices, first, Number(counts?.[0]?.n ?? 0), ({ id }) => [id]);
  }

  /** How many of one's own are not read yet. */
  async unread(asking: Asking): Promise<number> {
    const rows = await this.door.readOne(asking, unreadOf(asking));
    return Number(rows[0]?.n ?? 0);
  }

  /**
   * Marks notices read; what is not one's own, or read already, is left as it is.
   * @param ids of notices, or null for all that are unread.
   * @returns how many are unread afterwards.
   */
  async markRead(asking: Asking, ids: readonly string[] | null): Promise<number> {
    const [, rows] = await this.door.oneTrip(asking, [
      {
        name: `access.mark_read${ids ? ' some' : ''}`,
        text: `update access.notice_reader set read_at = now()
                where staff_id = $1 and read_at is null ${ids ? 'and notice_id = any ($2::uuid[])' : ''}`,
        values: [asking.actor.staffId, ...(ids ? [ids] : [])],
      },
      unreadOf(asking),
    ]);
    return Number(rows?.[0]?.n ?? 0);
  }
}

const unreadOf = ({ actor }: Asking) => ({
  name: 'access.unread',
  text: 'select count(*) as n from access.notice_reader where staff_id = $1 and read_at is null',
  values: [actor.staffId],
});
