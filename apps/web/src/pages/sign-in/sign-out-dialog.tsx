import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../../drafts/draft.ts';
import { DraftList } from '../../drafts/draft-list.tsx';
import { ApiError } from '../../graphql/errors.ts';
import { isShared } from '../../session/shared-device.ts';
import { signOut } from '../../session/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';

interface Props {
  drafts: readonly Draft[];
  stay: () => void;
}

/** Before somebody goes who has something half-written: is it to stay for them, or to go too? */
export default function SignOutDialog({ drafts, stay }: Props): ReactNode {
  const { t } = useTranslation();
  const shared = isShared();
  const [going, setGoing] = useState<'kept' | 'deleted' | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const go = async (choice: 'kept' | 'deleted'): Promise<void> => {
    setGoing(choice);
    setFailure(null);
    try {
      await signOut(choice);
    } catch (error) {
      setFailure(error instanceof ApiError ? error : new ApiError('failed'));
      setGoing(null);
    }
  };
  return (
    <Dialog title={t('signOut.title', { count: drafts.length, n: drafts.length })} close={stay}>
      <DraftList drafts={drafts} />
      <p>{t(shared ? 'signOut.sharedHint' : 'signOut.hint')}</p>
      {failure ? <Failure error={failure} /> : null}
      <div className="stack">
        {shared ? null : (
          <Button onClick={() => void go('kept')} loading={going === 'kept'} disabled={going !== null}>
            {t('signOut.keep')}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => void go('deleted')}
          loading={going === 'deleted'}
          disabled={going !== null}
        >
          {t('signOut.delete')}
        </Button>
        <button type="button" className="text-button" onClick={stay}>
          {t('signOut.stay')}
        </button>
      </div>
    </Dialog>
  );
}
