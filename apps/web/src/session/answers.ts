import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { operationName, request } from '../graphql/client.ts';
import { ApiError } from '../graphql/errors.ts';
import type { TadaDocumentNode } from '../graphql/tada.ts';
import { currentLanguage } from '../i18n/language.ts';

/** Asks again only when the line failed: a refusal stays a refusal. */
function shouldRetry(count: number, error: Error): boolean {
  return error instanceof ApiError && error.kind === 'network' && count < 2;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Answers carry labels in the reader's language, so the language is part of the key. */
export function answerKey(document: object, variables?: unknown): readonly unknown[] {
  return [currentLanguage(), operationName(document), variables ?? {}];
}

export type Answered<Data> = UseQueryResult<Data, ApiError>;

interface Options<Data> {
  enabled?: boolean;
  staleTime?: number;
  /** Milliseconds until the next look at something that is under way; false when there is nothing to wait for. */
  lookAgain?: (data: Data | undefined) => number | false;
}

/** One query of the schema, cached until its time is up or an act changes the register. */
export function useAnswer<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { lookAgain, ...options }: Options<Data> = {},
): Answered<Data> {
  useTranslation(); // Asks anew, under the new key, when the language changes.
  return useQuery<Data, ApiError>({
    queryKey: answerKey(document, variables),
    queryFn: () => request(document, variables),
    ...options,
    ...(lookAgain ? { refetchInterval: (query) => lookAgain(query.state.data) } : {}),
  });
}

/** One mutation of the schema; whatever is on the page is asked for again after it. */
export function useAct<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
): UseMutationResult<Data, ApiError, Variables> {
  const client = useQueryClient();
  return useMutation<Data, ApiError, Variables>({
    mutationFn: (variables) => request(document, variables),
    onSuccess: () => {
      void client.invalidateQueries();
    },
  });
}
