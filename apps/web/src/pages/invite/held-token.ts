const FRAGMENT = /^#([\w-]{20,64})$/;
let held = '';

/**
 * The token of the link that was opened. It is taken out of the address at once, so that it stays neither in the browser's history
 * nor in a picture of the screen; a page that is loaded again needs the link again.
 */
export function heldToken(): string {
  const found = FRAGMENT.exec(location.hash)?.[1];
  if (found) {
    held = found;
    history.replaceState(history.state, '', location.pathname);
  }
  return held;
}
