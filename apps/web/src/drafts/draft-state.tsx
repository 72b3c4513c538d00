import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftForm } from './use-draft.ts';
import './drafts.css';

/** Whether what stands in the form is on this device; beside its button. */
export function DraftState({ of: { saved } }: { of: DraftForm }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className={saved === 'failed' ? 'save-state save-failed' : 'save-state'} role="status">
      {saved === 'empty' ? '' : t(`save.${saved}`)}
    </span>
  );
}

/** Says that a form is filled in from what was begun before, and offers an empty one. */
export function DraftRestored({ of: { restored, startAnew } }: { of: DraftForm }): ReactNode {
  const { t } = useTranslation();
  if (!restored) return null;
  return (
    <div className="notice row" role="status">
      <p>{t('draft.restored')}</p>
      <Button variant="default" size="xs" onClick={startAnew}>
        {t('draft.startAnew')}
      </Button>
    </div>
  );
}

interface WayOutProps {
  of: DraftForm;
  /** The link back, with what it says. */
  children: (text: string) => ReactNode;
}

/** Beside a form's button: the way out without sending, which leaves what was written for later, or throws it away. */
export function WayOut({ of: form, children }: WayOutProps): ReactNode {
  const { t } = useTranslation();
  const written = form.saved !== 'empty';
  return (
    <>
      {children(t(written ? 'draft.later' : 'form.cancel'))}
      {written ? (
        <button type="button" className="text-button" onClick={form.startAnew}>
          {t('draft.discard')}
        </button>
      ) : null}
      <DraftState of={form} />
    </>
  );
}
