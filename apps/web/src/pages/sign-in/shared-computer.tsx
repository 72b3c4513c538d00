import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether others use this device too. Said before signing in, since what is left behind follows from it. */
export function SharedComputer({
  shared,
  change,
}: {
  shared: boolean;
  change: (shared: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={shared}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <span className="choice-text">
        {t('signIn.shared')}
        <small>{shared ? t('signIn.sharedHint') : t('signIn.ownHint')}</small>
      </span>
    </label>
  );
}
