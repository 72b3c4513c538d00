import { refusedFragment } from '../../cases/documents.ts';
import { graphql } from '../../graphql/tada.ts';

export const openInviteDocument = graphql(
  `
    mutation OpenInvite($input: OpenInviteInput!) {
      openInvite(input: $input) {
        __typename
        ... on InviteOwner {
          name
          email
          endsAt
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);

export const useInviteDocument = graphql(
  `
    mutation UseInvite($input: UseInviteInput!) {
      useInvite(input: $input) {
        __typename
        ... on InviteUsed {
          email
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);
