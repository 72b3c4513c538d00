/** Fetched with the first form, so that pages without one do not pay for it. */
export const ownDraftsModule = () => import('./own.ts');
