import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Tokens of a document: the parser itself stops there. */
export const MAX_TOKENS = 1000;

/** What an operation may ask for at most. The largest of our own, a case with everything, stays well below. */
const MOST = {
  /** A case in a list, its timeline's entries, and who made each: eight fields deep. */
  depth: 8,
  /** `__typename` counts like every other. */
  aliases: 15,
  /** Each is a transaction of its own. */
  rootFields: 5,
  /** Fields, with fragments written out; each use of a fragment counts as one too, or a loop of empty ones would be free. */
  fields: 400,
};
type Measure = keyof typeof MOST;

/**
 * Ours rather than a package's: graphql-armor's rules throw where Apollo Server 5 expects a report, and are answered as failures
 * of the server (500).
 */
export const documentLimits: ValidationRule[] = [withinLimits];

function withinLimits(context: ValidationContext) {
  return {
    OperationDefinition(operation: OperationDefinitionNode) {
      const beyond = new Measuring(context).beyond(operation);
      if (!beyond) return;
      const words = { depth: 'levels', aliases: 'aliases', rootFields: 'root fields', fields: 'fields' }[
        beyond
      ];
      context.reportError(
        new GraphQLError(`An operation has at most ${MOST[beyond]} ${words}. Ask for less at once.`, {
          nodes: operation,
        }),
      );
    },
  };
}

/** Counts as the executor would walk, and stops at the first limit: fragments that multiply cost no more than it takes to see it. */
class Measuring {
  private readonly counted = { depth: 0, aliases: 0, rootFields: 0, fields: 0 };
  private readonly open = new Set<string>();

  constructor(private readonly context: ValidationContext) {}

  beyond(operation: OperationDefinitionNode): Measure | undefined {
    this.walk(operation.selectionSet, 1);
    return this.exceeded();
  }

  private exceeded(): Measure | undefined {
    return (Object.keys(MOST) as Measure[]).find((measure) => this.counted[measure] > MOST[measure]);
  }

  private walk(set: SelectionSetNode, depth: number): void {
    for (const node of set.selections) {
      if (this.exceeded()) return;
      if (node.kind === Kind.FIELD) {
        // The schema's own description: nested by nature, and refused as a whole in production.
        if (node.name.value === '__schema' || node.name.value === '__type') continue;
        this.count(depth, node.alias !== undefined);
        if (node.selectionSet) this.walk(node.selectionSet, depth + 1);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.walk(node.selectionSet, depth);
      } else {
        this.enter(this.context.getFragment(node.name.value), depth);
      }
    }
  }

  private count(depth: number, alias: boolean): void {
    this.counted.fields += 1;
    this.counted.depth = Math.max(this.counted.depth, depth);
    if (depth === 1) this.counted.rootFields += 1;
    if (alias) this.counted.aliases += 1;
  }

  /** Once at a time: fragments that go round are another rule's affair. */
  private enter(fragment: FragmentDefinitionNode | null | undefined, depth: number): void {
    const name = fragment?.name.value;
    this.counted.fields += 1;
    if (!fragment || name === undefined || this.open.has(name)) return;
    this.open.add(name);
    this.walk(fragment.selectionSet, depth);
    this.open.delete(name);
  }
}
