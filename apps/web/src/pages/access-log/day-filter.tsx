import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRealDay } from '../../format/dates.ts';

interface Props {
  label: string;
  /** YYYY-MM-DD, or empty. */
  day: string;
  set: (day: string) => void;
}

/**
 * A day typed as 2026-11-22; takes effect as soon as it is one. The browser's own date control is not used: it speaks
 * the browser's language, and browsers know no Mongolian.
 */
export function DayFilter({ label, day, set }: Props): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(day);
  const [before, setBefore] = useState(day);
  // A tag taken off empties the box too.
  if (before !== day) {
    setBefore(day);
    setTyped(day);
  }
  const change = (text: string): void => {
    setTyped(text);
    if (text === '' || isRealDay(text)) set(text);
  };
  return (
    <TextInput
      label={label}
      placeholder="2026-11-22"
      error={typed.length >= 10 && !isRealDay(typed) ? t('log.dayHint') : undefined}
      maxLength={10}
      autoComplete="off"
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
