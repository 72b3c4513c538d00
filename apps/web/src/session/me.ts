import { graphql, type ResultOf } from '../graphql/tada.ts';

export const meDocument = graphql(`
  query Me {
    me {
      id
      name
      email
      role
      language
      permissions
      previousSignInAt
      mission {
        id
        label
        kind
        timeZone
        country {
          code
          label
        }
      }
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof meDocument>['me']>;
