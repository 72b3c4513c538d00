import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Asking, askingTo, Door, reachOf } from '#access';
import { Refusal, Refusals } from '#platform';
import { CONSULAR_DEPARTMENT, Codes } from '#reference';
import { latestDay, todayAt } from '../file/dates.rules.js';
import type { Filing } from './filing.js';
import type { CaseRow, ColumnKey } from '../file/case-files.columns.js';
import { findStatement, foundRow } from '../file/case-files.reader.js';
import { completed, faultsOf } from './completing.js';
import type { FiledCase } from './filed-case.js';
import { filingStatement } from './filing.statements.js';
import { listsOf } from './lists.js';
import type { Lists } from '../records/record.rules.js';

/** The act of filing: exactly once, however often it is sent. */
@Injectable()
export class FilingService {
  private readonly lists: Lists;

  constructor(
    private readonly door: Door,
    private readonly codes: Codes,
  ) {
    this.lists = listsOf(codes);
  }

  /**
   * Files a case with its person, first entry and type's record in one statement.
   * @param wanted what to read of the case in the same round trip.
   * @returns the case's row with the wanted columns.
   * @throws Refusal with everything that is wrong; ID_ALREADY_USED when the id belongs to something else.
   */
  async file(asking: Asking, filing: Filing, wanted: readonly ColumnKey[]): Promise<CaseRow> {
    const acting = askingTo(asking, 'cases.file');
    const filed = this.complete(asking, filing);
    const trip = [filingStatement(filed), findStatement(asking, { id: filed.id }, wanted)];
    const [made, read] = await this.door.oneTrip(acting, trip, filed.id);
    const row = foundRow(read);
    if (!row || (made?.length === 0 && !(await this.isSameFiling(asking, filed)))) {
      throw Refusal.of('ID_ALREADY_USED', 'id');
    }
    return row;
  }

  /** A retry sends the very same content; anything else under a used id is a mistake that must not pass for filed. */
  private async isSameFiling(asking: Asking, filed: FiledCase): Promise<boolean> {
    const [rows] = await this.door.oneTrip(asking, [
      {
        name: 'cases.content_hash',
        text: 'select content_hash = $2 as same from cases.case_file where id = $1',
        values: [filed.id, filed.contentHash],
      },
    ]);
    return rows?.[0]?.same === true;
  }

  private complete(asking: Asking, filing: Filing): FiledCase {
    const missionId = missionOf(asking, filing.missionId, this.codes);
    const timeZone = this.codes.mission(missionId)?.timeZone ?? 'UTC';
    const today = todayAt(timeZone);
    const year = Number(today.slice(0, 4));
    const at = {
      missionId,
      timeZone,
      today,
      latest: latestDay(timeZone, filing.hostCountry),
      now: Date.now(),
      year,
      registeredBy: asking.actor.staffId,
    };
    faultsOf(filing, at, this.lists).throwIfAny();
    return { ...completed(filing, at), contentHash: hashOf(filing) };
  }
}

/** Of what a filing says, however its client orders the fields and whether it leaves out what is not known or sends null. */
function hashOf(filing: Filing): Buffer {
  const said = JSON.stringify(filing, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? inOneOrder(value) : value,
  );
  return createHash('sha256').update(said).digest();
}

function inOneOrder(fields: object): object {
  const known = Object.entries(fields).filter(([, value]) => value != null);
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The post a case is filed for: one's own, or, for those who see all, the one chosen. */
function missionOf(asking: Asking, wanted: string | null | undefined, codes: Codes): string {
  const own = asking.actor.missionId;
  const missionId = wanted ?? own;
  const refusals = new Refusals();
  if (!missionId) refusals.add('MISSION_NEEDED', 'missionId');
  else if (reachOf(asking.actor.role) !== 'ALL' && missionId !== own)
    refusals.add('NOT_YOUR_MISSION', 'missionId');
  else if (!codes.mission(missionId)) {
    refusals.add('UNKNOWN_CODE', 'missionId', { code: missionId.slice(0, 40), list: 'MISSION' });
  }
  refusals.throwIfAny();
  return missionId ?? CONSULAR_DEPARTMENT;
}
