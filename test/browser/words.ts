import en from '../../apps/web/src/i18n/en.json' with { type: 'json' };
import mn from '../../apps/web/src/i18n/mn.json' with { type: 'json' };

/** The words on the pages, so that a test names a button as its reader does. */
export function words(language: 'mn' | 'en'): typeof en {
  return language === 'mn' ? mn : en;
}
