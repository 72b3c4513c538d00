import { codesOf, textLike } from '../../search-params.ts';

/** The filters of the access log as they stand in the address. Ids and references only: no name is in an address. */
export interface AccessLogSearch {
  /** A case by its reference. */
  case?: string;
  staff?: string;
  subject?: string;
  operation?: string;
  mission?: string;
  /** `refused` or `done`. */
  outcome?: string;
  /** First and last day, YYYY-MM-DD, on Ulaanbaatar's calendar. */
  from?: string;
  to?: string;
}

/** A case's reference as it stands in an address. */
export const caseNoShape = /^[A-Z]{3}-\d{4}-\d{5,9}$/;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is not a filter is dropped. What is dropped stands as undefined, or the router would keep what the address holds. */
export function accessLogSearch(raw: Record<string, unknown>): AccessLogSearch {
  return {
    case: textLike(raw['case'], caseNoShape),
    staff: codesOf(raw['staff'])?.[0],
    subject: codesOf(raw['subject'])?.[0],
    operation: codesOf(raw['operation'])?.[0],
    mission: textLike(raw['mission'], /^[A-Z]{3}$/),
    outcome: textLike(raw['outcome'], /^(refused|done)$/),
    from: textLike(raw['from'], day),
    to: textLike(raw['to'], day),
  };
}
