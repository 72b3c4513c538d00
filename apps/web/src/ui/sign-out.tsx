import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../drafts/draft.ts';
import { ownDraftsModule } from '../drafts/lazily.ts';
import { signOut } from '../session/session.ts';
import { say } from './said.tsx';

const SignOutDialog = lazy(() => import('../pages/sign-in/sign-out-dialog.tsx'));

/** What the person has half-written on this device; nothing when it cannot be learned now, and then it stays sealed. */
async function halfWritten(): Promise<Draft[]> {
  try {
    return await (await ownDraftsModule()).ownDrafts();
  } catch {
    return [];
  }
}

/** The way out. Who has something half-written is asked what is to become of it. */
export function SignOut(): ReactNode {
  const { t } = useTranslation();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const leave = async (): Promise<void> => {
    const found = await halfWritten();
    setDrafts(found);
    if (found.length === 0) await signOut('kept').catch(() => say(t('signOut.failed')));
  };
  return (
    <>
      <button type="button" className="header-button" onClick={() => void leave()}>
        {t('nav.signOut')}
      </button>
      {drafts.length > 0 ? (
        <Suspense fallback={null}>
          <SignOutDialog drafts={drafts} stay={() => setDrafts([])} />
        </Suspense>
      ) : null}
    </>
  );
}
