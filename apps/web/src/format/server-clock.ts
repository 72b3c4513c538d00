import { clockToleranceSeconds } from '../cases/case-types.generated.ts';

/**
 * What the time is, by the register and not by this device: computers in the field are minutes off, and what is filled in from
 * their clock would be refused as lying in the future. Each answer carries the server's time; the difference is kept in memory.
 */
let ahead = 0;

/** A time may lie this far in the register's future, in milliseconds: the server's own tolerance, so that both say the same. */
export const futureTolerance = clockToleranceSeconds * 1000;

/** What is off by less is the line's delay, and the whole seconds in which an answer's date is written. */
const noticed = 2_000;
/** An answer that took longer says too little about the time. */
const slowest = 20_000;
/** From here on a person would see the difference on a clock. */
const worthNaming = 60_000;

/** Takes note of an answer's `Date` header, and of when its request was sent and the answer came, on this device's clock. */
export function noteServerTime(date: string | null, sentAt: number, cameAt: number = Date.now()): void {
  const written = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(written) || cameAt < sentAt || cameAt - sentAt > slowest) return;
  // The header leaves the part of the second out; the server wrote it somewhere between sending and coming.
  const difference = (sentAt + cameAt) / 2 - (written + 500);
  ahead = Math.abs(difference) < noticed ? 0 : difference;
}

/** Now, by the register's clock. */
export function serverNow(): Date {
  return new Date(Date.now() - ahead);
}

/** Whether a person would see that this device's clock differs from the register's. */
export function deviceClockDiffers(): boolean {
  return Math.abs(ahead) >= worthNaming;
}
