import { graphql, type ResultOf } from '../../graphql/tada.ts';

export const ownFactorDocument = graphql(`
  query OwnFactor {
    ownFactor {
      active
      since
      codesLeft
    }
  }
`);

export const beginFactorDocument = graphql(`
  mutation BeginFactor {
    beginFactor {
      __typename
      ... on FactorBegun {
        secret
        uri
        size
        path
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

export const confirmFactorDocument = graphql(`
  mutation ConfirmFactor($input: FactorCodeInput!) {
    confirmFactor(input: $input) {
      __typename
      ... on FactorAdded {
        recoveryCodes
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

export const removeFactorDocument = graphql(`
  mutation RemoveFactor($input: FactorCodeInput!) {
    removeFactor(input: $input) {
      __typename
      ... on FactorRemoved {
        removed
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

type Begin = ResultOf<typeof beginFactorDocument>['beginFactor'];
export type Begun = Extract<Begin, { __typename: 'FactorBegun' }>;
