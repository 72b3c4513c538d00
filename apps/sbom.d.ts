/** Whether a licence, or an expression of several, lets us ship it. */
export function isAllowed(expression: string): boolean;

/** A list of what runs, in CycloneDX. */
export interface WhatRuns {
  components: {
    name: string;
    version: string;
    licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
  }[];
}

/** Packages whose licence is unknown or not allowed, each with what it says. */
export function doubtful(list: WhatRuns): string[];
