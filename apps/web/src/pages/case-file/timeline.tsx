import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useAnswer } from '../../session/answers.ts';
import { Answer } from '../../ui/answer.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { DayHeading } from './timeline-day.tsx';
import { timelineDaysDocument } from './timeline-documents.ts';
import { EntryParts, entryClass } from './timeline-entry.tsx';
import { daysOf, rowsOf } from './timeline-rows.ts';

const LongTimeline = lazy(() => import('./long-timeline.tsx'));

/** A timeline that is here as a whole, as nearly every one is. */
function ShortTimeline({ file }: { file: CaseFileData }): ReactNode {
  const entries = file.timeline.edges.map(({ node }) => node);
  const zone = file.mission.timeZone;
  return (
    <ol className="timeline">
      {rowsOf(daysOf(entries, zone)).map((row) => {
        if ('day' in row) {
          return (
            <li key={row.day.day} className="timeline-day">
              <DayHeading day={row.day} />
            </li>
          );
        }
        const entry = entries[row.entry];
        return entry ? (
          <li key={entry.id} className={entryClass(entry)}>
            <EntryParts entry={entry} zone={zone} />
          </li>
        ) : null;
      })}
    </ol>
  );
}

function TimelineByDays({ file }: { file: CaseFileData }): ReactNode {
  const answer = useAnswer(timelineDaysDocument, { caseId: file.id });
  return (
    <Answer of={answer}>
      {({ caseFile }) => (
        <Suspense fallback={<Waiting />}>
          <LongTimeline
            // What was added or read anew has other numbers.
            key={`${file.timeline.totalCount} ${file.timeline.edges[0]?.node.id ?? ''}`}
            file={file}
            days={caseFile?.timelineDays ?? []}
          />
        </Suspense>
      )}
    </Answer>
  );
}

/** What happened and what was done, newest first by days, with the time of the event and the time of its recording. */
export function Timeline({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const { timeline } = file;
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">
        {t('caseFile.timeline')} <span className="soft small">{formatNumber(timeline.totalCount)}</span>
      </h2>
      {timeline.pageInfo.hasNextPage ? <TimelineByDays file={file} /> : <ShortTimeline file={file} />}
    </section>
  );
}
