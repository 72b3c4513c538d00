/** Lets go of a draft. */
export type Release = () => void;

/**
 * Takes a draft into this tab's hands; null when another tab is writing in it. A tab that is closed lets go by itself.
 * Browsers without locks (over plain http) let every tab have it.
 */
export function hold(id: string): Promise<Release | null> {
  const { locks } = navigator as Partial<Navigator>;
  if (!locks) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    void locks.request(`elchin.draft.${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => resolve(release));
    });
  });
}
