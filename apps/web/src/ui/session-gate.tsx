import { lazy, Suspense, type ReactNode } from 'react';
import { useSessionEnded } from '../session/ended.ts';
import { someoneHere } from '../session/someone.ts';

const SignInAgain = lazy(() => import('../pages/sign-in/sign-in-again.tsx'));

/** Comes before the page when its session has ended, until its person is back. */
export function SessionGate(): ReactNode {
  const ended = useSessionEnded();
  const me = someoneHere();
  if (!ended || !me) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain me={me} />
    </Suspense>
  );
}
