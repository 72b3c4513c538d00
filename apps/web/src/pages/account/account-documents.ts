import { graphql, type ResultOf } from '../../graphql/tada.ts';

export const changePasswordDocument = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordChanged {
        changed
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
  }
`);

export const ownSessionsDocument = graphql(`
  query OwnSessions {
    ownSessions {
      id
      kind
      startedAt
      lastSeenAt
      device
      network
      here
    }
  }
`);

export const endSessionsDocument = graphql(`
  mutation EndSessions($id: ID) {
    endSessions(id: $id) {
      ended
    }
  }
`);

export type OwnSession = ResultOf<typeof ownSessionsDocument>['ownSessions'][number];
