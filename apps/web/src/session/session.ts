import { useQuery } from '@tanstack/react-query';
import { ownDraftsModule } from '../drafts/lazily.ts';
import { request, requestOnce, whenSessionEnds } from '../graphql/client.ts';
import { ApiError } from '../graphql/errors.ts';
import { graphql } from '../graphql/tada.ts';
import { currentLanguage } from '../i18n/language.ts';
import { paths } from '../paths.ts';
import { answerKey, queryClient } from './answers.ts';
import { isBack, signInAgain } from './ended.ts';
import { leaveFor } from './leaving.ts';
import { meDocument, type Me } from './me.ts';
import { isShared, wipeStored } from './shared-device.ts';
import { noteSomeone, someoneHere } from './someone.ts';
import { listen, tell, type Word } from './tabs.ts';

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

/** Who the server says is there; the page of one person never becomes another's. */
async function askMe(): Promise<Me | null> {
  const { me } = await requestOnce(meDocument, {});
  const before = someoneHere();
  if (!me) return before && (await signInAgain()) ? askMe() : null;
  if (before && before.id !== me.id) leaveFor(paths.home);
  noteSomeone(me);
  return me;
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

/**
 * Ends the session, and with it what this page and the browser's other tabs show. Drafts stay on the device for their person,
 * or go; from a device that others use too they go, with everything that is stored.
 * @throws ApiError when the server could not be told: the session is then still there, and so is the page.
 */
export async function signOut(drafts: 'kept' | 'deleted'): Promise<void> {
  const own = await ownDraftsModule();
  const left = isShared() ? 'deleted' : drafts;
  if (left === 'deleted') await own.deleteOwn();
  else await own.flushed();
  await requestOnce(signOutDocument, {});
  tell({ kind: 'signed-out', drafts: left });
  // At the very end: the router writes down where the page was scrolled when it is left.
  if (isShared()) window.addEventListener('pagehide', wipeStored);
  leaveFor(paths.signIn);
}

/** Remembers the language with the person, so that it holds on the next device too. */
export async function rememberLanguage(): Promise<void> {
  await request(setLanguageDocument, { language: currentLanguage() });
}

/** Another tab of this browser has ended the session, or begun one. */
async function hear(word: Word): Promise<void> {
  const before = someoneHere();
  if (word.kind === 'signed-in') {
    if (before?.id === word.id) isBack();
    else if (before) leaveFor(paths.home);
    return;
  }
  if (!before) return;
  const own = await ownDraftsModule();
  if (word.drafts === 'deleted') own.forgetHere();
  else await own.sealed();
  leaveFor(paths.signIn);
}

/** Lets the page know when its session ends, here or in another tab. */
export function watchSession(): void {
  whenSessionEnds(signInAgain);
  listen((word) => void hear(word));
}
