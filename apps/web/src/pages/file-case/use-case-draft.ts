import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '../../format/server-clock.ts';
import { wallClock } from '../../format/zones.ts';
import { uuidv7 } from '../../format/uuid.ts';
import { dropDraft, keepDraft, readDraft, type Draft } from '../../session/drafts.ts';
import type { Me } from '../../session/me.ts';
import { ulaanbaatar } from '../../format/zones.ts';

/** Milliseconds between the last key and the copy on this device. */
const savePause = 400;

export type SaveState = 'empty' | 'saving' | 'saved' | 'failed';

/** The clock that a person's times are written in: the mission's. */
export function zoneOf(me: Me): string {
  return me.mission?.timeZone ?? ulaanbaatar;
}

function freshDraft(me: Me): Draft {
  const now = wallClock(serverNow(), zoneOf(me));
  const [year = '', month = '', day = ''] = now.date.split('-');
  const country = me.mission && me.mission.kind !== 'ministry' ? me.mission.country.code : '';
  return {
    id: uuidv7(),
    savedAt: '',
    values: {
      hostCountry: country,
      'awareAt.year': year,
      'awareAt.month': String(Number(month)),
      'awareAt.day': String(Number(day)),
      'awareAt.time': now.time,
    },
  };
}

/** The draft of a case in this tab: restored when the page opens, kept while it is written, gone when filed. */
export function useCaseDraft(me: Me) {
  const owner = `case.${me.id}`;
  const [draft, setDraft] = useState(() => readDraft(owner) ?? freshDraft(me));
  const [restored, setRestored] = useState(() => draft.savedAt !== '');
  const [saved, setSaved] = useState<SaveState>(restored ? 'saved' : 'empty');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const kept = { ...latest.current, savedAt: new Date().toISOString() };
    setSaved(keepDraft(owner, kept) ? 'saved' : 'failed');
  }, [owner]);

  // Leaving the page, by a link or by closing it, keeps what was typed in the last moment.
  useEffect(() => {
    const flush = (): void => {
      if (timer.current !== undefined) save();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [save]);

  const set = useCallback(
    (path: string, value: string | string[]) => {
      latest.current = { ...latest.current, values: { ...latest.current.values, [path]: value } };
      setDraft(latest.current);
      setSaved('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(save, savePause);
    },
    [save],
  );

  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    dropDraft(owner);
  }, [owner]);

  const startAnew = useCallback(() => {
    drop();
    latest.current = freshDraft(me);
    setDraft(latest.current);
    setRestored(false);
    setSaved('empty');
  }, [drop, me]);

  return { draft, restored, saved, set, drop, startAnew };
}
