import type { ReactNode } from 'react';
import { formatDateInFull } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Day } from './timeline-rows.ts';

/** The heading of a day, with how much stands on it when that is more than one entry. */
export function DayHeading({ day: { day, count } }: { day: Day }): ReactNode {
  return (
    <h3 tabIndex={-1}>
      {formatDateInFull(day, useLanguage())}
      {count > 1 ? <span className="soft small"> · {formatNumber(count)}</span> : null}
    </h3>
  );
}
