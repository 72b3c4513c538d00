import { useState, type ReactNode } from 'react';

const prefix = 'elchin.section.';

/** A section of a page that can be folded away; this device remembers which ones are. */
export function Section({
  name,
  title,
  children,
}: {
  name: string;
  title: string;
  children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(() => localStorage.getItem(prefix + name) !== 'closed');
  return (
    <details
      className="panel section"
      open={open}
      onToggle={({ currentTarget }) => {
        localStorage.setItem(prefix + name, currentTarget.open ? 'open' : 'closed');
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
