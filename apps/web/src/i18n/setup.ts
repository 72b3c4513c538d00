import i18next from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { currentLanguage, keepChoice, noteLanguage, type Language } from './language.ts';

/** Each catalog is its own file: a reader fetches only the language that is read. */
const catalogs = {
  mn: () => import('./mn.json'),
  en: () => import('./en.json'),
} as const;

async function fetchCatalog(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const catalog = await catalogs[language]();
  i18next.addResourceBundle(language, 'translation', catalog.default);
}

/** Starts the interface in the remembered language; resolves when its texts are there. */
export async function startI18n(): Promise<void> {
  const language = currentLanguage();
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      resources: {},
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  await fetchCatalog(language);
  await i18next.changeLanguage(language);
  noteLanguage(language);
}

/** Switches the whole interface; resolves when the texts of the new language are on the page. */
export async function switchLanguage(language: Language): Promise<void> {
  await fetchCatalog(language);
  noteLanguage(language);
  keepChoice(language);
  await i18next.changeLanguage(language);
}
