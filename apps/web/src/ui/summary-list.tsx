import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface SummaryRow {
  label: string;
  value: ReactNode;
  /** What can be done about the row: a "Change" link. */
  action?: ReactNode;
}

/** Names and values; what was not given is said, not left blank. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <dl className="summary-list">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value ?? <span className="soft">{t('form.notGiven')}</span>}</dd>
          {row.action ? <dd>{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
