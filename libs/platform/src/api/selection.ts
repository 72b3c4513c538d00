import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What a document selects below a field, by field name; aliases and fragments are looked through. */
export type Selection = ReadonlyMap<string, Selection>;

const known = new WeakMap<FieldNode, Selection>();
const NOTHING: Selection = new Map();

/**
 * The selection below the field that `info` is about. Directives are not evaluated: what may be selected counts as selected.
 * Parsed documents are kept by the server, so a document's selection is worked out once.
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const node = info.fieldNodes[0];
  if (!node) return NOTHING;
  let selection = known.get(node);
  if (!selection) {
    const collected = new Map<string, Selection>();
    for (const fieldNode of info.fieldNodes) collect(fieldNode.selectionSet, info.fragments, collected);
    selection = collected;
    known.set(node, selection);
  }
  return selection;
}

/** The selection at a path below; empty where nothing of it is selected. */
export function below(selection: Selection, ...path: string[]): Selection {
  return path.reduce((at, name) => at.get(name) ?? NOTHING, selection);
}

function collect(
  set: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
  into: Map<string, Selection>,
): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) {
      const nested = (into.get(node.name.value) ?? new Map<string, Selection>()) as Map<string, Selection>;
      into.set(node.name.value, nested);
      collect(node.selectionSet, fragments, nested);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      collect(node.selectionSet, fragments, into);
    } else {
      collect(fragments[node.name.value]?.selectionSet, fragments, into);
    }
  }
}
