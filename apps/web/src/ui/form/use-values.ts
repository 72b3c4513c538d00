import { useCallback, useState } from 'react';
import { ApiError } from '../../graphql/errors.ts';
import type { DraftValues } from '../../session/drafts.ts';
import type { FormState } from './form-state.ts';
import { problemsOf, type Problem } from './problems.ts';

interface Values extends FormState {
  setProblems: (problems: readonly Problem[]) => void;
  /** Shows what a failed request says about the fields; false when it says nothing about them. */
  showRefusals: (error: unknown) => boolean;
}

const none: readonly Problem[] = [];

/** The values and problems of a small form that is not kept as a draft. */
export function useValues(initial: DraftValues): Values {
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>(none);
  const set = useCallback((path: string, value: string | string[]) => {
    setValues((before) => ({ ...before, [path]: value }));
  }, []);
  const showRefusals = useCallback((error: unknown): boolean => {
    if (!(error instanceof ApiError) || error.refusals.length === 0) return false;
    setProblems(problemsOf(error.refusals));
    return true;
  }, []);
  return { values, problems, set, setProblems, showRefusals };
}
