import type { ReactNode } from 'react';
import type { Answered } from '../session/answers.ts';
import { Failure } from './failure.tsx';
import { Waiting } from './waiting.tsx';

interface Props<Data> {
  of: Answered<Data>;
  children: (data: Data) => ReactNode;
}

/** Shows an answer, or that it is awaited, or why there is none. */
export function Answer<Data>({ of, children }: Props<Data>): ReactNode {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failure error={of.error} retry={() => void of.refetch()} />;
  return <Waiting />;
}
