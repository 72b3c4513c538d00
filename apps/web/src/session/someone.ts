import type { Me } from './me.ts';

let here: Me | null = null;

/** Whose page this is: the person who was signed in when it was last asked, also after their session has ended. */
export function someoneHere(): Me | null {
  return here;
}

export function noteSomeone(me: Me | null): void {
  here = me;
}
