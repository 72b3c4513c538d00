import { currentLanguage } from '../i18n/language.ts';
import { noteServerTime } from '../format/server-clock.ts';
import { ApiError, apiErrorOf } from './errors.ts';
import { persistedOf, textOf } from './persisted.ts';
import type { TadaDocumentNode } from './tada.ts';

interface Answer<Data> {
  data?: Data | null;
  errors?: Parameters<typeof apiErrorOf>[0];
}

/** Sent with each request; a form on another site cannot send it, so a cookie alone is not enough to act. */
const guardHeaders = { 'x-elchin-client': 'web', 'apollo-require-preflight': 'true' };

/** The name written after `query` or `mutation`; the server's log and our cache go by it. */
export function operationName(document: object): string {
  return /(?:query|mutation)\s+(\w+)/.exec(textOf(document))?.[1] ?? 'unnamed';
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const sentAt = Date.now();
  try {
    const response = await fetch(url, { credentials: 'same-origin', ...init });
    noteServerTime(response.headers.get('date'), sentAt);
    return response;
  } catch {
    throw new ApiError('network');
  }
}

/** What to do when the server knows no session: answers true when there is one again, of the same person. */
let backAgain: () => Promise<boolean> = () => Promise.resolve(false);

/** Says who looks after a session that has ended. */
export function whenSessionEnds(handler: () => Promise<boolean>): void {
  backAgain = handler;
}

/** Does something that needs a session, and does it again when the session had ended and its person is back. */
async function goingOn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const ended = error instanceof ApiError && error.kind === 'unauthenticated';
    if (!ended || !(await backAgain())) throw error;
    return work();
  }
}

/**
 * Asks the server one operation. When the session has ended the answer waits until its person has signed in again.
 * @throws ApiError, and nothing else, for every way in which there is no answer.
 */
export function request<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return goingOn(() => requestOnce(document, variables));
}

/** The same, without waiting for anybody to sign in. */
export async function requestOnce<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { text, hash } = await persistedOf(document);
  const operation = { operationName: operationName(document), variables };
  const extensions = hash === null ? undefined : { persistedQuery: { version: 1, sha256Hash: hash } };
  let answer = await ask<Data>({ ...operation, extensions, query: extensions ? undefined : text });
  if (isUnknownHash(answer)) answer = await ask<Data>({ ...operation, extensions, query: text });
  if (answer.errors?.length) throw apiErrorOf(answer.errors);
  if (answer.data == null) throw new ApiError('failed');
  return answer.data;
}

/** The server has not met this document yet, or has forgotten it: it did nothing, and wants the whole text. */
function isUnknownHash({ errors }: Answer<unknown>): boolean {
  return errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND';
}

async function ask<Data>(body: object): Promise<Answer<Data>> {
  const response = await send('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': currentLanguage(),
      ...guardHeaders,
    },
    body: JSON.stringify(body),
  });
  return parse<Answer<Data>>(response);
}

async function parse<Body>(response: Response): Promise<Body> {
  if (response.status === 401) throw new ApiError('unauthenticated');
  try {
    return (await response.json()) as Body;
  } catch {
    // A proxy's page instead of an answer: the line is up, the server is not.
    throw new ApiError(response.status >= 502 && response.status <= 504 ? 'network' : 'failed');
  }
}

/** Sends a file as the body of POST /files and answers its id; `onProgress` gets 0 to 1. */
export function sendFile(file: File, onProgress: (share: number) => void): Promise<string> {
  return goingOn(() => sendFileOnce(file, onProgress));
}

function sendFileOnce(file: File, onProgress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/files');
    call.setRequestHeader('content-type', 'application/octet-stream');
    call.setRequestHeader('accept-language', currentLanguage());
    call.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    for (const [name, value] of Object.entries(guardHeaders)) call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    call.onerror = () => reject(new ApiError('network'));
    call.onload = () => {
      const answer = JSON.parse(call.responseText || '{}') as { fileId?: string } & Answer<unknown>;
      if (answer.fileId) resolve(answer.fileId);
      else reject(answer.errors ? apiErrorOf(answer.errors) : new ApiError('failed'));
    };
    call.send(file);
  });
}
