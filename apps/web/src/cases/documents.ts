import { graphql } from '../graphql/tada.ts';

export const refusedFragment = graphql(`
  fragment Refusals on Refused {
    refusals {
      code
      field
      message
      remedy
    }
  }
`);

export const fileCaseDocument = graphql(
  `
    mutation FileCase($input: FileCaseInput!) {
      fileCase(input: $input) {
        __typename
        ... on CaseFile {
          id
          caseNo
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);
