import { entryFragment } from '../../cases/case-file-document.ts';
import { graphql } from '../../graphql/tada.ts';

/** The days of a long timeline, by which one jumps. */
export const timelineDaysDocument = graphql(`
  query TimelineDays($caseId: ID!) {
    caseFile(id: $caseId) {
      id
      timelineDays {
        day
        count
      }
    }
  }
`);

/** A stretch of a long timeline. */
export const caseTimelineDocument = graphql(
  `
    query CaseTimeline($caseId: ID!, $before: DateTime, $first: Int!, $after: String) {
      caseTimeline(caseId: $caseId, before: $before, first: $first, after: $after) {
        edges {
          node {
            ...TimelineEntryFields
          }
        }
        pageInfo {
          endCursor
        }
      }
    }
  `,
  [entryFragment],
);
