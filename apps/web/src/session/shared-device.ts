const NAME = 'elchin.ownDevice';

/** Whether somebody said at sign-in that this device is their own. Unless they did, others use it too. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(NAME) === null;
  } catch {
    return true;
  }
}

export function noteShared(shared: boolean): void {
  try {
    if (shared) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'yes');
  } catch {
    // Without storage nothing is remembered, as on a shared device.
  }
}

/** The device's language: it says nothing of anybody. */
const STAYS = 'elchin.language';

/** Leaves nothing of anybody in this browser's storage; drafts are `drafts/own.ts`'s. */
export function wipeStored(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key !== STAYS) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // Without storage there is nothing to wipe.
  }
}
