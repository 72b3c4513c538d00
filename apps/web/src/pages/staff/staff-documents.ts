import { refusedFragment } from '../../cases/documents.ts';
import { graphql, type FragmentOf } from '../../graphql/tada.ts';

export const staffRowFragment = graphql(`
  fragment StaffRow on StaffMember {
    id
    name
    email
    role
    active
    lastSignInAt
    version
    mission {
      id
      label
    }
  }
`);

export type StaffRow = FragmentOf<typeof staffRowFragment>;

export const staffDocument = graphql(
  `
    query Staff($first: Int!, $after: String) {
      staff(first: $first, after: $after) {
        edges {
          node {
            ...StaffRow
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
  [staffRowFragment],
);

export const createStaffDocument = graphql(
  `
    mutation CreateStaff($input: CreateStaffInput!) {
      createStaff(input: $input) {
        __typename
        ... on StaffMember {
          id
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const updateStaffDocument = graphql(
  `
    mutation UpdateStaff($input: UpdateStaffInput!) {
      updateStaff(input: $input) {
        __typename
        ... on StaffMember {
          id
          version
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const resetPasswordDocument = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      resetPassword(input: $input) {
        __typename
        ... on StaffMember {
          id
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);
