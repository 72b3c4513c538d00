import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError } from '../graphql/errors.ts';
import type { DraftValues } from '../session/drafts.ts';
import { isLeaving } from '../session/leaving.ts';
import type { FormState } from '../ui/form/form-state.ts';
import { problemsOf, type Problem } from '../ui/form/problems.ts';
import { HeldDraft, type HeldState } from './held-draft.ts';
import { ownDraftsModule } from './lazily.ts';

export interface DraftForm extends FormState, Omit<HeldState, 'values'> {
  setProblems: (problems: readonly Problem[]) => void;
  /** Shows what a failed request says about the fields; false when it says nothing about them. */
  showRefusals: (error: unknown) => boolean;
  /** The act is done, or the draft not wanted. */
  drop: () => void;
  startAnew: () => void;
  /** Another id for the same words. */
  renew: () => void;
  /** What the form changes is another by now: what was written is laid over it. */
  rebase: (fresh: DraftValues, base: string) => void;
}

interface Options {
  /** Which form: "file", or "note:" and the case's id. One draft of it is taken up in each tab. */
  form: string;
  fresh: () => DraftValues;
  /** For a form that changes what is there: the version of it. */
  base?: string;
  /** The address at which it goes on; that of the page when left out. */
  at?: string;
  /** Fields that are never written down. */
  never?: readonly string[];
}

const none: readonly Problem[] = [];

const keeper = () => ownDraftsModule().then((module) => module.keeper);

/** The values and problems of a form whose draft is kept on this device, sealed, until its act is done. */
export function useDraft({ form, fresh, base, at, never }: Options): DraftForm {
  const [held] = useState(
    () =>
      new HeldDraft({
        ...{ form, fresh, keeper },
        at: at ?? window.location.pathname + window.location.search,
        ...(never ? { never } : {}),
        base,
      }),
  );
  useEffect(() => held.beginsFrom(fresh, base));
  const state = useSyncExternalStore(held.subscribe, held.snapshot);
  const [problems, setProblems] = useState<readonly Problem[]>(none);
  useOnPage(held);
  useWarning(state.saved === 'saving' || state.saved === 'failed');
  const showRefusals = useCallback((error: unknown): boolean => {
    if (!(error instanceof ApiError) || error.refusals.length === 0) return false;
    setProblems(problemsOf(error.refusals));
    return true;
  }, []);
  const startAnew = useCallback(() => {
    setProblems(none);
    held.startAnew();
  }, [held]);
  const drop = useCallback(() => void held.drop(), [held]);
  const renew = useCallback(() => held.renew(), [held]);
  const rebase = useCallback((now: DraftValues, version: string) => held.rebase(now, version), [held]);
  return { ...state, problems, set: held.set, setProblems, showRefusals, drop, startAnew, renew, rebase };
}

/** Tells the keeper of drafts that this form is on the page, and when it goes or is hidden. */
function useOnPage(held: HeldDraft): void {
  useEffect(() => {
    const arrived = ownDraftsModule().then((module) => module.opened(held));
    const flush = (): void => void held.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void arrived.then((gone) => gone());
    };
  }, [held]);
}

/** Asks before the page is left, only while what was typed is nowhere but in it. */
function useWarning(unkept: boolean): void {
  useEffect(() => {
    if (!unkept) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isLeaving()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unkept]);
}
