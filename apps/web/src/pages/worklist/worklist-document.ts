import { graphql } from '../../graphql/tada.ts';
import { caseRowFragment } from '../../ui/case-table/case-row.ts';

export const worklistDocument = graphql(
  `
    query Worklist($filter: WorklistFilter, $order: WorklistOrder!, $first: Int!, $after: String) {
      worklist(filter: $filter, order: $order, first: $first, after: $after) {
        edges {
          node {
            ...CaseRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [caseRowFragment],
);
