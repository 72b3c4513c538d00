import { useTranslation } from 'react-i18next';
import type { Basis } from '../../enums.ts';
import { formatMonth } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Says what is counted: cases that happened, that were opened, or that were open at the end of the period. */
export function useBasisSentence(): (basis: Basis, from: string, to: string, count: number) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (basis, from, to, count) =>
    t(`basisSentence.${basis}`, { count, from: formatMonth(from, language), to: formatMonth(to, language) });
}
