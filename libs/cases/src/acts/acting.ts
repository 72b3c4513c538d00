import { Injectable } from '@nestjs/common';
import { type EntityManager, In, type Repository } from 'typeorm';
import {
  type Asking,
  askingTo,
  Door,
  isSupervisor,
  type PermissionName,
  reaches,
  StaffReader,
} from '#access';
import { Refusal } from '#platform';
import { Codes } from '#reference';
import { CaseFile } from '../file/case-file.entity.js';
import type { Situation } from '../file/case-file.lifecycle.js';
import { daysBetween, todayAt } from '../file/dates.rules.js';
import { CHANGING_KINDS, TimelineEntry } from '../timeline/timeline-entry.entity.js';

/** A case that is acted on: locked, in reach, on the version that was read. Lives as long as the act's transaction. */
export interface CaseAtHand {
  asking: Asking;
  manager: EntityManager;
  files: Repository<CaseFile>;
  entries: Repository<TimelineEntry>;
  file: CaseFile;
  /** The calendar day at the case's post. */
  today: string;
}

export interface WhichCase {
  id: string;
  /** Name of the input field that says which. */
  field: 'id' | 'caseId';
  /** The version that was read; left out by acts that change nothing of the case itself. */
  version?: number;
}

/** What the acts on one case share: one transaction with the act's own permission, the case locked, the version looked at. */
@Injectable()
export class Acting {
  constructor(
    private readonly door: Door,
    private readonly codes: Codes,
    private readonly staff: StaffReader,
  ) {}

  /**
   * Does an act on a case.
   * @throws NotAllowed; Refusal NOT_FOUND, alike for what is absent and what is out of reach; STALE_VERSION.
   */
  async on<T>(
    asking: Asking,
    permission: PermissionName,
    which: WhichCase,
    work: (at: CaseAtHand) => Promise<T>,
  ): Promise<T> {
    const acting = askingTo(asking, permission);
    try {
      return await this.door.act(acting, which.id, async (manager) =>
        work(await this.take(acting, manager, which)),
      );
    } catch (error) {
      throw error instanceof StaleVersion ? await this.staleRefusal(asking, error) : error;
    }
  }

  private async take(asking: Asking, manager: EntityManager, which: WhichCase): Promise<CaseAtHand> {
    const files = manager.getRepository(CaseFile);
    const entries = manager.getRepository(TimelineEntry);
    // Locked, so that two acts on one case follow one another.
    const lock = { mode: 'for_no_key_update' } as const;
    const file = await files.findOne({ where: { id: which.id }, lock });
    if (!file || !reaches(asking.actor, file.missionId)) throw Refusal.of('NOT_FOUND', which.field);
    if (which.version !== undefined && which.version !== file.version) {
      const where = { caseId: file.id, kind: In(CHANGING_KINDS) };
      const last = await entries.findOne({ where, order: { recordedAt: 'DESC', id: 'DESC' } });
      throw new StaleVersion(last?.staffId ?? null);
    }
    const today = todayAt(this.codes.mission(file.missionId)?.timeZone ?? 'UTC');
    return { asking, manager, files, entries, file, today };
  }

  private async staleRefusal(asking: Asking, { staffId }: StaleVersion): Promise<Refusal> {
    const names = await this.staff.namesOf(asking, staffId ? [staffId] : []);
    return Refusal.of('STALE_VERSION', 'version', { by: names.get(staffId ?? '') ?? '—' });
  }
}

/** The case was changed since it was read, last by this person. */
class StaleVersion extends Error {
  constructor(readonly staffId: string | null) {
    super('stale version');
  }
}

/** Adds the act's entry to the case's timeline. */
export async function enter(
  { asking, entries, file }: CaseAtHand,
  entry: Partial<TimelineEntry> & Pick<TimelineEntry, 'kind'>,
): Promise<void> {
  await entries.insert({
    caseId: file.id,
    missionId: file.missionId,
    at: new Date(),
    staffId: asking.actor.staffId,
    ...entry,
    body: entry.body?.trim() || null,
    changes: entry.changes as never,
  });
}

/** What the lifecycle decides by. */
export function situationOf(
  asking: Asking,
  file: Pick<CaseFile, 'status' | 'type' | 'closedOn'>,
  today: string,
): Situation {
  return {
    status: file.status,
    type: file.type,
    daysSinceEnd: file.closedOn ? daysBetween(file.closedOn, today) : null,
    supervisor: isSupervisor(asking.actor.role),
  };
}
