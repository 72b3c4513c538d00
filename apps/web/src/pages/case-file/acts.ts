import { refusedFragment } from '../../cases/documents.ts';
import { graphql } from '../../graphql/tada.ts';

export const addEntryDocument = graphql(
  `
    mutation AddEntry($input: AddEntryInput!) {
      addEntry(input: $input) {
        __typename
        ... on CaseFile {
          id
          version
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const changeStatusDocument = graphql(
  `
    mutation ChangeStatus($input: ChangeStatusInput!) {
      changeStatus(input: $input) {
        __typename
        ... on CaseFile {
          id
          version
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const closeCaseDocument = graphql(
  `
    mutation CloseCase($input: CloseCaseInput!) {
      closeCase(input: $input) {
        __typename
        ... on CaseFile {
          id
          version
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const reopenCaseDocument = graphql(
  `
    mutation ReopenCase($input: ReopenCaseInput!) {
      reopenCase(input: $input) {
        __typename
        ... on CaseFile {
          id
          version
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);
