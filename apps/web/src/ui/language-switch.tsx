import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n/language.ts';
import { switchLanguage } from '../i18n/setup.ts';
import { rememberLanguage } from '../session/session.ts';

const names: Record<Language, string> = { mn: 'Монгол', en: 'English' };

/** Offers the other language, written in that language. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }): ReactNode {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const other: Language = i18n.language === 'mn' ? 'en' : 'mn';
  const change = async (): Promise<void> => {
    await switchLanguage(other);
    // The device has the choice already; the server's copy is for the next device and may fail quietly.
    if (signedIn) await rememberLanguage().catch(() => undefined);
    await client.invalidateQueries();
  };
  return (
    <button type="button" className="header-button" lang={other} onClick={() => void change()}>
      {names[other]}
    </button>
  );
}
