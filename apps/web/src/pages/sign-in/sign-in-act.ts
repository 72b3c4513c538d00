import { requestOnce } from '../../graphql/client.ts';
import type { Refusal } from '../../graphql/errors.ts';
import { graphql } from '../../graphql/tada.ts';
import type { Language } from '../../i18n/language.ts';
import { noteShared } from '../../session/shared-device.ts';
import { tell } from '../../session/tabs.ts';

const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignedIn {
        me {
          id
          language
        }
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

type Outcome = { me: { id: string; language: Language } } | { refusals: Refusal[] };

/** Begins a session in this browser, of which its other tabs hear. @throws ApiError */
export async function signInWith(
  email: string,
  password: string,
  shared: boolean,
  code = '',
): Promise<Outcome> {
  const { signIn: result } = await requestOnce(signInDocument, {
    input: { email, password, shared, code: code || null, deliver: 'COOKIE' },
  });
  if (result.__typename === 'Refused') return { refusals: result.refusals };
  noteShared(shared);
  tell({ kind: 'signed-in', id: result.me.id });
  return { me: result.me };
}
