import type { Codes } from '#reference';
import type { DemoCase } from './demo-case.js';
import { earlierCases } from './earlier-years.js';
import { recentCases } from './recent-cases.js';
import { casesOf2016 } from './year-2016.js';

/** Every case of the demo. @param now the moment the recent ones lead up to. */
export function demoCases(codes: Codes, now: Date): DemoCase[] {
  return [...casesOf2016(codes), ...earlierCases(codes), ...recentCases(codes, now)];
}
