import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatInUlaanbaatar, ulaanbaatar } from '../format/zones.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** An instant on the mission's clock, and on Ulaanbaatar's when that shows something else. */
export function When({ at, zone = ulaanbaatar }: { at: string; zone?: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const there = formatInUlaanbaatar(at, zone, language);
  return (
    <time dateTime={at}>
      <span className="nowrap">{formatInstant(at, zone, language)}</span>
      {there ? <span className="soft nowrap"> {t('when.inUlaanbaatar', { time: there })}</span> : null}
    </time>
  );
}
