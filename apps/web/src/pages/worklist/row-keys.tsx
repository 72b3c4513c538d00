import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const storageKey = 'elchin.keys';

function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('a[data-row-link]')];
}

function step(by: 1 | -1): void {
  const links = rowLinks();
  const at = links.findIndex((link) => link === document.activeElement);
  const next =
    at === -1 ? (by === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by));
  links[next]?.focus();
}

function open(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.dataset['rowLink'] !== undefined) focused.click();
}

const acts: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  o: open,
  c: () => document.querySelector<HTMLElement>('[data-key="c"]')?.click(),
};
/** The same keys on a Mongolian keyboard, where the Latin letters are elsewhere: taken by place, not by letter. */
const actsByPlace: Record<string, string> = { KeyJ: 'j', KeyK: 'k', KeyO: 'o', KeyC: 'c' };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)
  );
}

/**
 * Walking the list by single keys: j and k, o to open, c to file a case. Each key has a control in sight, and all can
 * be switched off (WCAG 2.1.4).
 */
export function RowKeys(): ReactNode {
  const { t } = useTranslation();
  const [on, setOn] = useState(() => localStorage.getItem(storageKey) !== 'off');
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = acts[actsByPlace[event.code] ?? ''];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on]);
  const toggle = (): void => {
    localStorage.setItem(storageKey, on ? 'off' : 'on');
    setOn(!on);
  };
  return (
    <div className="row-keys">
      <button type="button" onClick={() => step(1)}>
        {t('keys.next')} {on ? <kbd className="kbd">j</kbd> : null}
      </button>
      <button type="button" onClick={() => step(-1)}>
        {t('keys.previous')} {on ? <kbd className="kbd">k</kbd> : null}
      </button>
      {on ? (
        <span>
          <kbd className="kbd">o</kbd> {t('keys.open')} · <kbd className="kbd">c</kbd> {t('keys.file')}
        </span>
      ) : null}
      <button type="button" aria-pressed={on} onClick={toggle}>
        {t(on ? 'keys.switchOff' : 'keys.switchOn')}
      </button>
    </div>
  );
}
