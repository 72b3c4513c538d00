import { useRef, useState } from 'react';
import { ApiError, type Refusal } from '../../graphql/errors.ts';
import type { TadaDocumentNode } from '../../graphql/tada.ts';
import { useAct } from '../../session/answers.ts';

type Refused = { __typename: 'Refused'; refusals: Refusal[] };
/** What an act has brought about: the answer of its one field, when that is no refusal. */
export type Done<Data> = Exclude<Data[keyof Data], Refused>;

export interface Sending<Data, Input> {
  busy: boolean;
  /** Why it was not sent; nothing when it was, or was refused. */
  failure: ApiError | null;
  /** Sends the act, once however often it is called meanwhile. @returns what was done, or nothing. */
  send: (input: Input) => Promise<Done<Data> | undefined>;
}

/** Sends the act of a form. A refusal goes to the form, a failure stays here, for the act to be sent again. */
export function useSending<Data, Input>(
  document: TadaDocumentNode<Data, { input: Input }>,
  refused: (refusals: readonly Refusal[]) => void,
): Sending<Data, Input> {
  const act = useAct(document);
  const [failure, setFailure] = useState<ApiError | null>(null);
  // Not the state: a second click can come before the page is drawn anew.
  const under = useRef(false);
  const send = async (input: Input): Promise<Done<Data> | undefined> => {
    if (under.current) return undefined;
    under.current = true;
    try {
      const result = Object.values((await act.mutateAsync({ input })) as object)[0] as Refused | Done<Data>;
      setFailure(null);
      if (!isRefused(result)) return result;
      refused(result.refusals);
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('failed');
      setFailure(known.refusals.length ? null : known);
      if (known.refusals.length) refused(known.refusals);
    } finally {
      under.current = false;
    }
    return undefined;
  };
  return { busy: act.isPending, failure, send };
}

function isRefused(result: unknown): result is Refused {
  return (result as { __typename?: string } | null)?.__typename === 'Refused';
}
