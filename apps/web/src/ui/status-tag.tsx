import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStatus } from '../enums.ts';

type Look = readonly [tone: 'blue' | 'brass' | 'green' | 'violet' | 'grey' | 'red', shape: ReactNode];

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const;
const pause: ReactNode = <path d="M2.5 1v8M7.5 1v8" {...stroke} strokeWidth={2.4} />;

/** A word, a shape and a colour each: none of them carries the meaning alone. */
const looks: Record<CaseStatus, Look> = {
  REGISTERED: ['blue', <circle key="s" cx="5" cy="5" r="3.8" {...stroke} />],
  TRIAGED: [
    'blue',
    <g key="s">
      <circle cx="5" cy="5" r="3.8" {...stroke} />
      <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
    </g>,
  ],
  IN_PROGRESS: ['violet', <path key="s" d="M2 1l7 4-7 4z" fill="currentColor" />],
  WAITING_HOST: ['brass', pause],
  WAITING_CLIENT: ['brass', pause],
  WAITING_OTHER: ['brass', pause],
  RESOLVED: ['green', <path key="s" d="M1 5.2l2.8 3L9 1.8" {...stroke} />],
  CLOSED: ['grey', <rect key="s" x="1.5" y="1.5" width="7" height="7" fill="currentColor" />],
  REJECTED: ['red', <path key="s" d="M1.5 1.5l7 7M8.5 1.5l-7 7" {...stroke} />],
  REOPENED: [
    'violet',
    <path key="s" d="M8.6 5A3.6 3.6 0 1 1 6.8 1.9M6.4 0l.6 2.2-2.2.6" {...stroke} strokeWidth={1.6} />,
  ],
};

/** Where a case stands. */
export function StatusTag({ status }: { status: CaseStatus }): ReactNode {
  const { t } = useTranslation();
  const [tone, shape] = looks[status];
  return (
    <span className={`tag tag-${tone}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {shape}
      </svg>
      {t(`status.${status}`)}
    </span>
  );
}
