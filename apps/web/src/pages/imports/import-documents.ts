import { refusedFragment } from '../../cases/documents.ts';
import { graphql, type ResultOf } from '../../graphql/tada.ts';

export const profilesDocument = graphql(`
  query ImportProfiles {
    importProfiles {
      name
      label
    }
  }
`);

export const checkImportDocument = graphql(
  `
    mutation CheckImport($input: CheckImportInput!) {
      checkImport(input: $input) {
        __typename
        ... on Import {
          id
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const runImportDocument = graphql(
  `
    mutation RunImport($input: RunImportInput!) {
      runImport(input: $input) {
        __typename
        ... on Import {
          id
          status
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const importDocument = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      id
      fileName
      profile
      status
      rowsDone
      rowsTotal
      imported
      alreadyThere
      refused
      startedAt
      by {
        name
      }
      unmapped {
        field
        text
        count
      }
      failure {
        code
        field
        message
        remedy
      }
    }
  }
`);

export const refusedRowsDocument = graphql(`
  query RefusedRows($id: ID!, $first: Int!, $after: String) {
    import(id: $id) {
      id
      rows(verdict: REFUSED, first: $first, after: $after) {
        edges {
          node {
            rowNo
            field
            reason
            remedy
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`);

export type ImportData = NonNullable<ResultOf<typeof importDocument>['import']>;
