import { useCallback, useRef, useState } from 'react';
import type { CaseFileData, Entry } from '../../cases/case-file-document.ts';
import { dayAfter } from '../../format/dates.ts';
import { instantOf } from '../../format/zones.ts';
import { request } from '../../graphql/client.ts';
import { ApiError } from '../../graphql/errors.ts';
import { caseTimelineDocument } from './timeline-documents.ts';
import { startFor, type Day } from './timeline-rows.ts';

const pageLength = 100;

/** The entries of a long timeline, read where they are looked at: by their number from the newest on. */
export function useLongTimeline(file: CaseFileData, days: readonly Day[]) {
  const entries = useRef<Map<number, Entry>>(undefined);
  entries.current ??= new Map(file.timeline.edges.map(({ node }, at) => [at, node]));
  const ends = useRef<Map<number, string>>(undefined);
  ends.current ??= new Map([[file.timeline.edges.length, file.timeline.pageInfo.endCursor ?? '']]);
  const asked = useRef(new Set<number>());
  const [, setPages] = useState(0);
  const [failure, setFailure] = useState<ApiError | null>(null);

  const read = useCallback(
    async (number: number): Promise<void> => {
      const [here, pageEnds] = [entries.current, ends.current];
      if (!here || !pageEnds || here.has(number)) return;
      const start = startFor(number, days, pageEnds);
      if (asked.current.has(start.at)) return;
      asked.current.add(start.at);
      const from =
        'after' in start
          ? { before: null, after: start.after }
          : { before: instantOf(dayAfter(start.day), '00:00', file.mission.timeZone), after: null };
      try {
        const { caseTimeline } = await request(caseTimelineDocument, {
          caseId: file.id,
          first: pageLength,
          ...from,
        });
        caseTimeline.edges.forEach(({ node }, at) => here.set(start.at + at, node));
        const { endCursor } = caseTimeline.pageInfo;
        if (endCursor) pageEnds.set(start.at + caseTimeline.edges.length, endCursor);
        setFailure(null);
      } catch (error) {
        asked.current.delete(start.at);
        setFailure(error instanceof ApiError ? error : new ApiError('failed'));
      }
      setPages((pages) => pages + 1);
    },
    [days, file.id, file.mission.timeZone],
  );
  return { entryAt: (number: number) => entries.current?.get(number), read, failure };
}
