import { Button, NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth, isRealDay } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Day } from './timeline-rows.ts';

/** Each month in which something stands, newest first, with how much. */
function monthsOf(days: readonly Day[]): [month: string, count: number][] {
  const months = new Map<string, number>();
  for (const { day, count } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return [...months];
}

/** The way to any month or day of a long timeline. */
export function TimelineJump({
  days,
  jump,
}: {
  days: readonly Day[];
  jump: (day: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = (): void => {
    const day = typed.trim().replace(/[./]/g, '-');
    setWrong(!isRealDay(day));
    if (isRealDay(day)) jump(day);
  };
  return (
    <form
      className="timeline-jump no-print"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <NativeSelect
        label={t('timeline.month')}
        value=""
        onChange={({ currentTarget: { value } }) => jump(`${value}-31`)}
        data={[
          { value: '', label: t('timeline.choose') },
          ...monthsOf(days).map(([month, count]) => ({
            value: month,
            label: `${formatMonth(month, language)} (${formatNumber(count)})`,
          })),
        ]}
      />
      <div>
        <label className="field-label" htmlFor="timeline-day">
          {t('timeline.day')}
        </label>
        <div className="row">
          <input
            id="timeline-day"
            className="plain-input timeline-day-input"
            placeholder="2026-11-28"
            autoComplete="off"
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'timeline-day-error' : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" size="sm">
            {t('timeline.go')}
          </Button>
        </div>
        {wrong ? (
          <p id="timeline-day-error" className="field-error" role="alert">
            {t('timeline.badDay')}
          </p>
        ) : null}
      </div>
    </form>
  );
}
