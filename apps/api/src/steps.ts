import type { Step } from '#platform';

/** A step that is over sooner is not worth a line: the second start says where Elchin is, and nothing else. */
const WORTH_A_LINE_MS = 400;

/** Tells whoever waits at the terminal what takes so long, and how long it took. */
export const step: Step = async (what, work) => {
  const since = Date.now();
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    process.stderr.write(`${what}…\n`);
  }, WORTH_A_LINE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (told) process.stderr.write(`  ${((Date.now() - since) / 1000).toFixed(1)} s\n`);
  }
};
