import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether a person may sign in: a word, a shape and a colour. */
export function ActiveTag({ active }: { active: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={active ? 'tag tag-green' : 'tag tag-grey'}>
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {active ? (
          <path d="M1 5.2l2.8 3L9 1.8" fill="none" stroke="currentColor" strokeWidth={2} />
        ) : (
          <rect x="1.5" y="1.5" width="7" height="7" fill="currentColor" />
        )}
      </svg>
      {t(active ? 'staff.active' : 'staff.inactive')}
    </span>
  );
}
