import { useQuery } from '@tanstack/react-query';
import { request } from '../graphql/client.ts';
import { ApiError } from '../graphql/errors.ts';
import { graphql } from '../graphql/tada.ts';
import { currentLanguage } from '../i18n/language.ts';
import { forgetDrafts } from './drafts.ts';
import { answerKey, queryClient } from './answers.ts';
import { meDocument, type Me } from './me.ts';

const signOutDocument = graphql(`
  mutation SignOut {
    signOut
  }
`);

const setLanguageDocument = graphql(`
  mutation SetLanguage($language: Language!) {
    setLanguage(language: $language) {
      id
      language
    }
  }
`);

async function askMe(): Promise<Me | null> {
  try {
    return (await request(meDocument, {})).me;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'unauthenticated') return null;
    throw error;
  }
}

const meQuery = () => ({ queryKey: answerKey(meDocument), queryFn: askMe, staleTime: 60_000 });

/** Who is signed in on this device; null when nobody is. */
export function whoIsThere(): Promise<Me | null> {
  return queryClient.fetchQuery(meQuery());
}

/** The person signed in, for pages behind the sign-in. */
export function useMe(): Me {
  const me = useMaybeMe();
  if (!me) throw new ApiError('unauthenticated');
  return me;
}

/** The person signed in, if any. */
export function useMaybeMe(): Me | null {
  return useQuery({ ...meQuery(), placeholderData: (before) => before }).data ?? null;
}

/** Ends the session and leaves nothing of it on this device. */
export async function signOut(): Promise<void> {
  try {
    await request(signOutDocument, {});
  } finally {
    queryClient.clear();
    forgetDrafts();
  }
}

/** Remembers the language with the person, so that it holds on the next device too. */
export async function rememberLanguage(): Promise<void> {
  await request(setLanguageDocument, { language: currentLanguage() });
}
