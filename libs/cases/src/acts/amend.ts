import { Injectable } from '@nestjs/common';
import { type Asking, isSupervisor } from '#access';
import { Refusal, type Refusals } from '#platform';
import { Codes } from '#reference';
import {
  cutToPrecision,
  isFutureInstant,
  latestDay,
  localDay,
  notLaterThanNow,
} from '../file/dates.rules.js';
import { causeOf, checkAwareness, checkContent } from '../filing/filing.rules.js';
import { listsOf } from '../filing/lists.js';
import { personRow, trimmed } from '../people/person-row.js';
import { Person } from '../people/person.entity.js';
import { recordShapes } from '../records/case-types.js';
import { readRecord, writeRecord } from '../records/record-rows.js';
import type { FieldChange } from '../timeline/field-change.js';
import { changesBetween, fillsIn } from '../timeline/field-change.rules.js';
import { saidBy, type StatedCase } from '../timeline/said.rules.js';
import { Acting, type CaseAtHand, enter } from './acting.js';
import { type Amendment, checkNothingNeededIsTaken, merged, refusalOfType } from './amend.rules.js';
import { isOutcomeOf } from './outcomes.js';

/** The act of correcting what a case says. Nothing is lost: the timeline keeps what each field said before and says since. */
@Injectable()
export class AmendAct {
  constructor(
    private readonly acting: Acting,
    private readonly codes: Codes,
  ) {}

  /** @throws Refusal when the version is stale, the result would not pass as a filing, a reason lacks, or nothing differs. */
  async amend(asking: Asking, amendment: Amendment): Promise<void> {
    checkNothingNeededIsTaken(amendment);
    const { id, version, reason } = amendment;
    await this.acting.on(asking, 'cases.amend', { id, field: 'id', version }, async (at) => {
      const before = await statedCase(at);
      const after = merged(before, amendment);
      const changes = changesBetween(saidBy(before), saidBy(after));
      const latest = latestDay(this.zoneOf(at), after.hostCountry);
      const circumstances = { awareDay: this.openingDay(at, after), before };
      const refusals = checkContent(after, after.type, latest, listsOf(this.codes), circumstances);
      this.checkFacts(at, after, changes, refusals);
      if (!changes.every(fillsIn) && !reason?.trim()) refusals.add('REASON_NEEDED', 'reason');
      refusals.throwIfAny();
      if (changes.length === 0) throw Refusal.of('NOTHING_TO_CHANGE');
      await this.write(at, after);
      await enter(at, { kind: 'AMENDED', body: reason, changes });
    });
  }

  /** What only the case as a whole can say: whether it may be of that type, and when the mission can have learned of it. */
  private checkFacts(at: CaseAtHand, after: StatedCase, changes: FieldChange[], refusals: Refusals): void {
    const { file, asking, today } = at;
    const changed = new Set(changes.map(({ field }) => field));
    if (changed.has('type')) {
      const fits = (outcome: string) => isOutcomeOf(this.codes, after.type, outcome);
      const code = refusalOfType(file, after.type, isSupervisor(asking.actor.role), fits);
      if (code) refusals.add(code, 'type', { type: after.type });
    }
    if (!changed.has('awareAt') && !changed.has('occurred')) return;
    const openedOn = this.openingDay(at, after);
    if (isFutureInstant(after.awareAt)) refusals.add('FUTURE_DATE', 'awareAt');
    else checkAwareness(openedOn, after.occurred, today, refusals);
    if (file.closedOn !== null && openedOn > file.closedOn) {
      refusals.add('OPENED_AFTER_CLOSED', 'awareAt', { closedOn: file.closedOn });
    }
  }

  private openingDay(at: CaseAtHand, { awareAt }: StatedCase): string {
    return localDay(new Date(notLaterThanNow(awareAt)), this.zoneOf(at));
  }

  private zoneOf({ file }: CaseAtHand): string {
    return this.codes.mission(file.missionId)?.timeZone ?? 'UTC';
  }

  private async write(at: CaseAtHand, content: StatedCase): Promise<void> {
    const { manager, file } = at;
    const { birth, ...person } = personRow(content.subject);
    const born = { birthOn: birth.date, birthPrecision: birth.precision };
    await manager.update(Person, file.subjectId, { ...person, ...born });
    // The application may delete no record: that of a former type is emptied.
    if (content.type !== file.type) await writeRecord(manager, file.type, file, null);
    const record = recordShapes[content.type];
    await writeRecord(manager, content.type, file, record ? (content[record.field] ?? null) : null);
    const occurred = cutToPrecision(content.occurred);
    await at.files.update(file.id, {
      type: content.type,
      hostCountry: content.hostCountry,
      place: trimmed(content.place),
      occurredOn: occurred.date,
      occurredPrecision: occurred.precision,
      awareAt: new Date(notLaterThanNow(content.awareAt)),
      openedOn: this.openingDay(at, content),
      source: content.source,
      summary: content.summary.trim(),
      cause: causeOf(content, content.type),
    });
  }
}

/** What the case says now, in the shape of a filing. */
async function statedCase({ manager, file }: CaseAtHand): Promise<StatedCase> {
  const subject = await manager.findOneByOrFail(Person, { id: file.subjectId });
  const shape = recordShapes[file.type];
  const record = await readRecord(manager, file.type, file.id);
  return {
    type: file.type,
    hostCountry: file.hostCountry,
    place: file.place,
    occurred: { date: file.occurredOn, precision: file.occurredPrecision },
    awareAt: file.awareAt.toISOString(),
    source: file.source,
    summary: file.summary,
    subject: {
      clan: subject.clan,
      patronymic: subject.patronymic,
      given: subject.given,
      latinSurname: subject.latinSurname,
      latinGiven: subject.latinGiven,
      sex: subject.sex,
      birth: { date: subject.birthOn, precision: subject.birthPrecision },
    },
    ...(shape ? { [shape.field]: record } : { cause: file.cause }),
  };
}
