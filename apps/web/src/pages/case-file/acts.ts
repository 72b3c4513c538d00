import { graphql } from '../../graphql/tada.ts';

/** What every act on a case answers: the case as it is now, or why nothing was done. */
export const caseActFragment = graphql(`
  fragment CaseAct on CaseActResult {
    __typename
    ... on CaseFile {
      id
      version
    }
    ... on Refused {
      refusals {
        code
        field
        message
        remedy
      }
    }
  }
`);

const parts = [caseActFragment] as const;

export const addEntryDocument = graphql(
  `
    mutation AddEntry($input: AddEntryInput!) {
      act: addEntry(input: $input) {
        ...CaseAct
      }
    }
  `,
  parts,
);

export const changeStatusDocument = graphql(
  `
    mutation ChangeStatus($input: ChangeStatusInput!) {
      act: changeStatus(input: $input) {
        ...CaseAct
      }
    }
  `,
  parts,
);

export const closeCaseDocument = graphql(
  `
    mutation CloseCase($input: CloseCaseInput!) {
      act: closeCase(input: $input) {
        ...CaseAct
      }
    }
  `,
  parts,
);

export const reopenCaseDocument = graphql(
  `
    mutation ReopenCase($input: ReopenCaseInput!) {
      act: reopenCase(input: $input) {
        ...CaseAct
      }
    }
  `,
  parts,
);
