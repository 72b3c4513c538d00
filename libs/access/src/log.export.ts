import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { type Language, Refusal } from '#platform';
import type { Asking } from './asking.js';
import { Door } from './door.service.js';
import type { LogEntry } from './log.reader.js';
import { countUpTo, type LogFilter, pageOf } from './log.statements.js';
import { actInWords, logHeadings, roleInWords } from './log.words.js';

/** How many entries one file holds at most. */
const MOST_EXPORTED = 50_000;

/** Entries written at a time: between two such pages others have their turn. */
const AT_A_TIME = 5_000;

const ulaanbaatar = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ulaanbaatar',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The log for a spreadsheet. */
@Injectable()
export class LogExport {
  constructor(private readonly door: Door) {}

  /**
   * The entries of a filter, newest first, under one heading in the words of the reader. UTF-8 with a byte order mark, lines ended
   * by CRLF; what a spreadsheet would take for a formula is escaped. That it was exported is on the disk before the file leaves.
   * @param most entries: more are refused.
   * @throws Refusal LOG_TOO_LONG
   */
  async csv(asking: Asking, filter: LogFilter, most = MOST_EXPORTED): Promise<string> {
    const [counts, rows] = await this.door.oneTrip(asking, [
      countUpTo(filter, most + 1),
      pageOf(filter, AT_A_TIME, undefined),
    ]);
    if (Number(counts?.[0]?.n ?? 0) > most) throw Refusal.of('LOG_TOO_LONG', 'filter', { max: most });
    let page = (rows ?? []) as unknown as LogEntry[];
    const parts = [heading(asking.language)];
    while (page.length > AT_A_TIME) {
      page.pop(); // It only says that there are more.
      parts.push(linesOf(page, asking.language));
      const last = page[page.length - 1];
      if (!last) break;
      const next = pageOf(filter, AT_A_TIME, [last.at, last.id]);
      [page = []] = (await this.door.read({ ...asking, logged: false }, [next])) as unknown as LogEntry[][];
    }
    return [...parts, linesOf(page, asking.language)].join('');
  }
}

const form = { escape_formulas: true, record_delimiter: 'windows' } as const;

function heading(language: Language): string {
  return stringify([Object.values(logHeadings).map((heading) => heading[language])], { ...form, bom: true });
}

/** In the order of the headings. */
function linesOf(entries: readonly LogEntry[], language: Language): string {
  const lines = entries.map(
    ({ id, at, staffId, staffName, role, missionId, operation, subjectId, refused, shownCount }) => {
      const what = [actInWords(operation, language), operation, subjectId];
      return [
        ulaanbaatar.format(new Date(at)),
        at,
        staffName,
        roleInWords(role, language),
        missionId,
        ...what,
        staffId,
        refused,
        shownCount,
        id,
      ];
    },
  );
  return stringify(lines, form);
}
