import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './dialog.css';

interface Props {
  title: string;
  /** The way out without deciding; a dialog that has none stays until it is answered. */
  close?: () => void;
  /** Hides what lies beneath: it is not to be read over somebody's shoulder. */
  covering?: boolean;
  children: ReactNode;
}

/** A question that comes before everything else. The browser keeps the focus in it, and gives it back afterwards. */
export function Dialog({ title, close, covering, children }: Props): ReactNode {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close?.();
  };
  return (
    <dialog
      ref={box}
      className={covering ? 'dialog dialog-covering' : 'dialog'}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      <div className="stack">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
