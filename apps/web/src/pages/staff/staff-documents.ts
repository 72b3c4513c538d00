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
    inviteEndsAt
    mayInvite
    waitsUntil
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
          waitsUntil
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
          waitsUntil
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const inviteStaffDocument = graphql(
  `
    mutation InviteStaff($input: InviteStaffInput!) {
      inviteStaff(input: $input) {
        __typename
        ... on Invited {
          token
          endsAt
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const endInviteDocument = graphql(
  `
    mutation EndInvite($input: InviteStaffInput!) {
      endInvite(input: $input) {
        __typename
        ... on InviteEnded {
          staffId
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const askResetDocument = graphql(
  `
    mutation AskReset($input: InviteStaffInput!) {
      askReset(input: $input) {
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
