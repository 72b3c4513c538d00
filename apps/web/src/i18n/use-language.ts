import { useTranslation } from 'react-i18next';
import type { Language } from './language.ts';

/** The language on the page; a component that asks is drawn again when it changes. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'mn';
}
