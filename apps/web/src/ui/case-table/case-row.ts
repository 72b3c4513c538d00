import { graphql, type FragmentOf } from '../../graphql/tada.ts';

/** What a row of any list of cases shows. */
export const caseRowFragment = graphql(`
  fragment CaseRow on CaseFile {
    id
    caseNo
    type
    status
    openedOn
    closedOn
    illustration
    mission {
      id
      label
      timeZone
    }
    hostCountry {
      label
    }
    cause {
      label
    }
    subject {
      displayName
    }
    latestEntry {
      kind
      at
    }
  }
`);

export type CaseRow = FragmentOf<typeof caseRowFragment>;
