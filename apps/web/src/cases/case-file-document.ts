import { caseRecordsFragment } from './case-records.generated.ts';
import { graphql, type ResultOf } from '../graphql/tada.ts';

/** What the timeline shows of an entry. */
export const entryFragment = graphql(`
  fragment TimelineEntryFields on TimelineEntry {
    id
    kind
    at
    recordedAt
    text
    fromStatus
    toStatus
    by {
      id
      name
    }
    outcome {
      label
    }
    changes {
      field
      kind
      before {
        text
        precision
      }
      after {
        text
        precision
      }
      afterIsKept
    }
  }
`);

export const caseFileDocument = graphql(
  `
    query CaseFile($caseNo: String!, $first: Int!, $after: String) {
      caseFile(caseNo: $caseNo) {
        id
        caseNo
        type
        status
        place
        awareAt
        registeredAt
        openedOn
        closedOn
        summary
        nextStatuses
        version
        illustration
        mission {
          id
          label
          timeZone
        }
        hostCountry {
          code
          label
        }
        occurred {
          date
          precision
        }
        outcome {
          code
          label
        }
        source {
          code
          label
        }
        cause {
          code
          label
        }
        owner {
          name
        }
        subject {
          displayName
          clan
          patronymic
          given
          latinSurname
          latinGiven
          sex
          birth {
            date
            precision
          }
        }
        timeline(first: $first, after: $after) {
          edges {
            node {
              ...TimelineEntryFields
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
        ...CaseRecords
      }
    }
  `,
  [entryFragment, caseRecordsFragment],
);

export type CaseFileData = NonNullable<ResultOf<typeof caseFileDocument>['caseFile']>;
export type Entry = CaseFileData['timeline']['edges'][number]['node'];
