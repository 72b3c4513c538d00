import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Milliseconds after which a slow line is named as such. */
const slowAfter = 6_000;

/** Says that something is on its way, and after a while that the line is slow. */
export function Waiting(): ReactNode {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" role="status">
      <div className="waiting-bar" />
      <div className="waiting-bar" />
      <div className="waiting-bar" />
      <p>{slow ? t('waiting.slow') : t('waiting.loading')}</p>
    </div>
  );
}
