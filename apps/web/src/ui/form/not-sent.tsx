import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../graphql/errors.ts';
import { Failure } from '../failure.tsx';

/** Milliseconds between two tries by itself: browsers know of a cable that is out, not of a server that is away. */
const TRY_EVERY = 10_000;

interface Props {
  failure: ApiError | null;
  busy: boolean;
  /** Sends the same again. */
  again: () => void;
}

/** Nothing was sent, and everything is still in the form: it goes again by hand, or by itself when the line is back. */
export function NotSent({ failure, busy, again }: Props): ReactNode {
  const { t } = useTranslation();
  const [byItself, setByItself] = useState(false);
  useTrying(byItself && failure?.kind === 'network', again);
  if (!failure) return null;
  return (
    <div className="stack not-sent">
      <p role="status">
        <strong>{t('save.notSent')}</strong>
      </p>
      <Failure error={failure} />
      {failure.kind === 'network' ? (
        <label className="check-line">
          <input
            type="checkbox"
            checked={byItself}
            onChange={(event) => setByItself(event.currentTarget.checked)}
          />
          {t('save.byItself')}
        </label>
      ) : null}
      {failure.kind === 'forbidden' ? null : (
        <p>
          <Button size="sm" variant="default" loading={busy} onClick={again}>
            {t('save.again')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Calls `again` from time to time, and as soon as the browser says that the line is back. */
function useTrying(trying: boolean, again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    if (!trying) return undefined;
    const call = (): void => latest.current();
    const timer = setInterval(call, TRY_EVERY);
    window.addEventListener('online', call);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', call);
    };
  }, [trying]);
}
