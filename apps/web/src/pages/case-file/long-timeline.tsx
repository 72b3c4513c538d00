import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { Failure } from '../../ui/failure.tsx';
import { DayHeading } from './timeline-day.tsx';
import { EntryParts, entryClass } from './timeline-entry.tsx';
import { TimelineJump } from './timeline-jump.tsx';
import { rowOfDay, rowsOf, type Day } from './timeline-rows.ts';
import { useLongTimeline } from './use-long-timeline.ts';

/** What stands above the list while it is scrolled: the head that stays. */
const headRoom = 140;

/** How far down the page the list begins; what opens above it moves it. */
function useBeginning(): [ref: React.RefObject<HTMLOListElement | null>, top: number] {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- whatever is drawn may have moved it
  useLayoutEffect(() => {
    const now = list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (now !== top) setTop(now);
  });
  return [list, top];
}

/** A timeline of thousands of entries: only what is seen is drawn and read, and any day is one step away. */
export default function LongTimeline({
  file,
  days,
}: {
  file: CaseFileData;
  days: readonly Day[];
}): ReactNode {
  const rows = useMemo(() => rowsOf(days), [days]);
  const { entryAt, read, failure } = useLongTimeline(file, days);
  const [list, top] = useBeginning();
  const [sought, setSought] = useState<number>();
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (at) => (rows[at] && 'day' in rows[at] ? 40 : 92),
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: headRoom,
  });
  const seen = virtual.getVirtualItems();
  const missing = seen.flatMap(({ index }) => {
    const row = rows[index];
    return row && 'entry' in row && !entryAt(row.entry) ? [row.entry] : [];
  })[0];
  useEffect(() => {
    if (missing !== undefined && !failure) void read(missing);
  });
  // The heading that was jumped to takes the focus once it is drawn: reading goes on there.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the heading may be drawn by any drawing after the jump
  useEffect(() => {
    const heading =
      sought === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-index="${sought}"] h3`);
    if (!heading) return;
    heading.focus({ preventScroll: true });
    setSought(undefined);
  });
  const jump = (day: string): void => {
    const at = rowOfDay(rows, day);
    virtual.scrollToIndex(at, { align: 'start' });
    setSought(at);
  };
  return (
    <>
      <TimelineJump days={days} jump={jump} />
      {failure ? <Failure error={failure} retry={() => missing !== undefined && void read(missing)} /> : null}
      <ol ref={list} className="timeline timeline-long" style={{ height: virtual.getTotalSize() }}>
        {seen.map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const entry = 'entry' in row ? entryAt(row.entry) : undefined;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={'day' in row ? 'timeline-day' : entry ? entryClass(entry) : 'entry'}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {'day' in row ? <DayHeading day={row.day} /> : null}
              {entry ? <EntryParts entry={entry} zone={file.mission.timeZone} /> : null}
              {'entry' in row && !entry ? <div className="waiting-bar" /> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}
