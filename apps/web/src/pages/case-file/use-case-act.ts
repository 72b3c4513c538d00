import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, type Refusal } from '../../graphql/errors.ts';
import type { TadaDocumentNode } from '../../graphql/tada.ts';
import { paths } from '../../paths.ts';
import { useAct } from '../../session/answers.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';

type CaseActResult = { __typename: 'CaseFile' } | { __typename: 'Refused'; refusals: Refusal[] };

/** The refusals that mean: the case was changed by someone else since this page read it. */
const staleCodes = /STALE|VERSION|CONFLICT/i;

/**
 * An act on a case: its form, its refusals, and the way back to the case when it is done.
 * `stale` is true when someone else changed the case first.
 */
export function useCaseAct<Data, Input>(
  document: TadaDocumentNode<Data, { input: Input }>,
  caseNo: string,
  initial: DraftValues,
) {
  const form = useValues(initial);
  const act = useAct(document);
  const navigate = useNavigate();
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [stale, setStale] = useState(false);

  const send = async (input: Input): Promise<void> => {
    setFailure(null);
    setStale(false);
    form.setProblems([]);
    try {
      const data = await act.mutateAsync({ input });
      const result = Object.values(data as object)[0] as CaseActResult;
      if (result.__typename === 'Refused') {
        setStale(result.refusals.some(({ code }) => staleCodes.test(code)));
        form.setProblems(problemsOf(result.refusals));
        return;
      }
      await navigate({ to: paths.caseFile, params: { caseNo }, search: {}, resetScroll: false });
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    }
  };
  return { form, failure, stale, busy: act.isPending, send };
}
