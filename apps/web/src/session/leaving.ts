let leaving = false;

/** Whether the page is being left on purpose, by signing out: it then asks nothing. */
export function isLeaving(): boolean {
  return leaving;
}

/** Leaves for another page by a full load, so that nothing of this one stays in memory. */
export function leaveFor(address: string): void {
  leaving = true;
  window.location.replace(address);
}
