import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Connection } from '../paging.js';

@ObjectType({ description: 'Where a page of a connection ends.' })
class PageInfo {
  @Field({ description: 'Whether rows follow.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on.' })
  endCursor: string | null;
}

/** The Relay-style connection of an object type: `<name>Connection` with `<name>Edge`. */
export function ConnectionOf<T>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in the order.` })
  class Edge {
    @Field({ description: 'Opaque; give it as `after`.' })
    cursor: string;

    @Field(() => node, { description: 'The thing itself.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}s.` })
  class ConnectionType implements Connection<T> {
    @Field(() => [Edge], { description: 'In order, at most as many as asked for.' })
    edges: Edge[];

    @Field({ description: 'Where this page ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many there are in all, over all pages.' })
    totalCount: number;
  }
  return ConnectionType;
}
