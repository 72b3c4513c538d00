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

/** Notes the language that the page is in from now on. */
export function noteLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = language;
}

/** Keeps a choice on this device. A language that nobody chose is not kept: the person's own may still come. */
export function keepChoice(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // See `remembered`.
  }
}
