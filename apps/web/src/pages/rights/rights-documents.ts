import { refusedFragment } from '../../cases/documents.ts';
import { graphql, type FragmentOf } from '../../graphql/tada.ts';

const requestFragment = graphql(`
  fragment RightsRequestRow on RightsRequest {
    id
    person {
      id
      name
    }
    email
    reset
    was {
      role
      active
      mission {
        id
        label
      }
    }
    asked {
      role
      active
      mission {
        id
        label
      }
    }
    askedBy {
      id
      name
    }
    askedAt
    expiresAt
    decision
    decidedBy {
      id
      name
    }
    decidedAt
    open
    stale
    mayApprove
    mayRefuse
  }
`);

export type RightsRequestRow = FragmentOf<typeof requestFragment>;

export const rightsRequestsDocument = graphql(
  `
    query RightsRequests {
      rightsRequests {
        ...RightsRequestRow
      }
    }
  `,
  [requestFragment],
);

export const decideRightsDocument = graphql(
  `
    mutation DecideRights($input: DecideRightsInput!) {
      decideRights(input: $input) {
        __typename
        ... on RightsRequest {
          id
        }
        ...Refusals
      }
    }
  `,
  [refusedFragment],
);
