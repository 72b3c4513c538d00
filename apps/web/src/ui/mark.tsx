import type { ReactNode } from 'react';

/** The gerege: the tablet that an elchin, an envoy, carried as a sign of whom they spoke for. */
export function Mark(): ReactNode {
  return (
    <svg width="26" height="38" viewBox="0 0 26 38" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="24" height="36" rx="11" fill="#e3b04b" />
      <rect
        x="3.2"
        y="3.2"
        width="19.6"
        height="31.6"
        rx="9"
        fill="none"
        stroke="#12355b"
        strokeWidth="0.9"
      />
      <circle cx="13" cy="9.6" r="3.1" fill="#12355b" />
      <path
        d="M13 15.5v15M9.6 19h6.8M9.6 23.2h6.8M9.6 27.4h6.8"
        stroke="#12355b"
        strokeWidth="1.7"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
