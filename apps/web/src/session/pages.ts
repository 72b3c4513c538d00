import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../graphql/client.ts';
import type { ApiError } from '../graphql/errors.ts';
import type { TadaDocumentNode } from '../graphql/tada.ts';
import { answerKey } from './answers.ts';

/** Rows asked for at a time. */
export const pageSize = 50;

interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

interface Pages<Node> {
  rows: readonly Node[] | undefined;
  total: number;
  error: ApiError | null;
  hasMore: boolean;
  busy: boolean;
  more: () => void;
  again: () => void;
}

/** A connection of the schema read from the front, a page at a time, by its cursors. */
export function usePages<Data, Variables extends { after?: string | null }, Node>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Node>,
): Pages<Node> {
  useTranslation(); // Asks anew, under the new key, when the language changes.
  const query = useInfiniteQuery<Data, ApiError, { pages: Data[] }, readonly unknown[], string | null>({
    queryKey: answerKey(document, variables),
    queryFn: ({ pageParam }) => request(document, { ...variables, after: pageParam }),
    initialPageParam: null,
    getNextPageParam: (last) => {
      const { hasNextPage, endCursor } = connectionOf(last).pageInfo;
      return hasNextPage ? endCursor : undefined;
    },
  });
  const connections = query.data?.pages.map(connectionOf);
  return {
    rows: connections?.flatMap((connection) => connection.edges.map((edge) => edge.node)),
    total: connections?.[0]?.totalCount ?? 0,
    error: query.error,
    hasMore: query.hasNextPage,
    busy: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
