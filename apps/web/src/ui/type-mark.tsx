import type { ReactNode } from 'react';
import type { CaseType } from '../enums.ts';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round' } as const;

/** One small drawing per type of case. The word always stands beside it. */
const drawings: Record<CaseType, ReactNode> = {
  DETENTION: <path d="M2.5 2.5h11v11h-11zM6 2.5v11M10 2.5v11" {...line} />,
  DEATH: <path d="M4 13.5V7a4 4 0 0 1 8 0v6.5M2.5 13.5h11M8 6v4M6.5 7.5h3" {...line} />,
  MISSING: (
    <path
      d="M10.2 10.2L14 14M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM7 8.8v.1M7 7c0-1 1.2-.9 1.2-1.9S5.9 4 5.8 5.2"
      {...line}
    />
  ),
  CRIME_VICTIM: (
    <path d="M8 1.8l5.5 2v4c0 3.2-2.3 5.4-5.5 6.4-3.2-1-5.5-3.2-5.5-6.4v-4zM8 5v3.5M8 10.8v.1" {...line} />
  ),
  LABOUR: <path d="M2 6h12v7.5H2zM5.5 6V3.5h5V6M2 9.5h12" {...line} />,
  INSURANCE: <path d="M8 2v1M2 8.5a6 5.5 0 0 1 12 0zM8 8.5v4a1.5 1.5 0 0 1-3 0" {...line} />,
  MEDICAL: <path d="M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6z" {...line} />,
  WELFARE: (
    <path d="M8 13.5S2.5 10.2 2.5 6.3C2.5 3 6.6 2 8 5c1.4-3 5.5-2 5.5 1.3 0 3.9-5.5 7.2-5.5 7.2z" {...line} />
  ),
};

/** The drawing of a type of case; says nothing to those who listen. */
export function TypeMark({ type }: { type: CaseType }): ReactNode {
  return (
    <svg
      className="type-mark"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[type]}
    </svg>
  );
}
