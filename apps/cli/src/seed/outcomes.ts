import type { DemoCaseType, DemoRecord } from './demo-case.js';
import type { Random } from './random.js';

const usual: Record<DemoCaseType, Record<string, number>> = {
  DETENTION: {
    RELEASED_NO_CHARGE: 30,
    SENTENCED_SERVED: 28,
    DEPORTED: 30,
    ACQUITTED: 6,
    TRANSFERRED_HOME: 6,
  },
  DEATH: { REPATRIATED_BODY: 40, REPATRIATED_ASHES: 38, CREMATED_LOCALLY: 14, BURIED_LOCALLY: 8 },
  MISSING: {
    FOUND_SAFE: 62,
    FOUND_DETAINED: 12,
    FOUND_HOSPITAL: 8,
    NOT_FOUND_CLOSED: 8,
    DOES_NOT_WANT_CONTACT: 10,
  },
  CRIME_VICTIM: {
    PERPETRATOR_CONVICTED: 24,
    COMPENSATED: 30,
    PROTECTED: 20,
    CRIME_VICTIM_WITHDRAWN: 12,
    CRIME_VICTIM_UNRESOLVED: 14,
  },
  LABOUR: {
    PAID_FULL: 34,
    PAID_PART: 24,
    SETTLED: 16,
    EMPLOYER_CHANGED: 8,
    JUDGMENT: 6,
    LABOUR_UNRESOLVED: 12,
  },
  INSURANCE: { BENEFIT_PAID: 56, ENROLLED: 24, INSURANCE_REJECTED: 12, APPEALED_WON: 8 },
  MEDICAL: { RECOVERED: 64, MEDICAL_RETURNED_HOME: 30, MEDICAL_DIED: 6 },
  WELFARE: { ASSISTED: 58, WELFARE_RETURNED_HOME: 34, REFERRED_ON: 8 },
};

/** How a case of the type ended, as such cases do. */
export function outcomeOf(random: Random, type: DemoCaseType, record: DemoRecord): string {
  if (type === 'DETENTION' && record.content.detention?.basis === 'IMMIGRATION') return 'DEPORTED';
  if (type === 'LABOUR' && record.cause === 'PASSPORT_RETAINED') return 'DOCUMENT_RETURNED';
  return random.weighted(usual[type]);
}
