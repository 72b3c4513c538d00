import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnread } from '../inbox/unread.ts';
import { paths } from '../paths.ts';
import './bell.css';

/** The way to the inbox, with how many notices are unread; a change is read out when the reader has time. */
export function Bell(): ReactNode {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <>
      <Link to={paths.inbox} className="header-button bell" aria-label={t('inbox.bell', { count: unread })}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          <path
            d="M9 1.8a4.7 4.7 0 0 0-4.7 4.7v3.2L2.8 12.6h12.4l-1.5-2.9V6.5A4.7 4.7 0 0 0 9 1.8ZM7.2 14.6a1.9 1.9 0 0 0 3.6 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 ? <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span> : null}
      </Link>
      <span role="status" className="visually-hidden">
        {unread > 0 ? t('inbox.unread', { count: unread }) : ''}
      </span>
    </>
  );
}
