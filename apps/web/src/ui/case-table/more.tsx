import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';

interface Props {
  shown: number;
  total: number;
  hasMore: boolean;
  busy: boolean;
  more: () => void;
}

/** How much of a list is on the page, and the button for the rest. */
export function More({ shown, total, hasMore, busy, more }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="row">
      <p className="soft" role="status">
        {t('list.shown', { shown: formatNumber(shown), total: formatNumber(total) })}
      </p>
      {hasMore ? (
        <Button variant="default" size="sm" loading={busy} onClick={more}>
          {t('list.more')}
        </Button>
      ) : null}
    </div>
  );
}
