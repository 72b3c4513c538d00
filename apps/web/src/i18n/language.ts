export type Language = 'mn' | 'en';

const key = 'elchin.language';
let current: Language = remembered() ?? 'mn';

function isLanguage(value: unknown): value is Language {
  return value === 'mn' || value === 'en';
}

/** The language chosen on this device before, if any. */
export function remembered(): Language | null {
  try {
    const value = localStorage.getItem(key);
    return isLanguage(value) ? value : null;
  } catch {
    // Storage can be switched off by policy; the choice then lasts as long as the page.
    return null;
  }
}

/** The language of the interface and of the server's answers. */
export function currentLanguage(): Language {
  return current;
}

/** Notes the language, on this device and on the page itself. */
export function noteLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // See `remembered`.
  }
}
