import { graphql, type ResultOf } from '../graphql/tada.ts';
import { causeLists } from '../cases/case-types.generated.ts';
import { useAnswer, type Answered } from './answers.ts';

const codesDocument = graphql(`
  query Codes($names: [String!]) {
    codeLists(names: $names) {
      name
      items {
        code
        label
        parent
        caseType
      }
    }
  }
`);

const countriesDocument = graphql(`
  query Countries {
    countries {
      code
      label
    }
  }
`);

const missionsDocument = graphql(`
  query Missions {
    missions {
      id
      label
      kind
      timeZone
      country {
        code
      }
    }
  }
`);

type CodeLists = ResultOf<typeof codesDocument>['codeLists'];
export interface Labelled {
  value: string;
  label: string;
}

/** Reference lists change with a release, not within a working day. */
const slow = { staleTime: 3_600_000 };

/** Code lists by name. An empty `names` asks for nothing. */
export function useCodeLists(names: readonly string[]): Answered<{ codeLists: CodeLists }> {
  return useAnswer(codesDocument, { names: [...names] }, { ...slow, enabled: names.length > 0 });
}

/** The items of a list as choices, children set in under their parents. */
export function choicesOf(lists: CodeLists | undefined, name: string): Labelled[] {
  const items = lists?.find((list) => list.name === name)?.items ?? [];
  const parents = new Map(items.map((item) => [item.code, item.parent]));
  const depth = (code: string): number => {
    const parent = parents.get(code);
    return parent != null && parents.has(parent) ? 1 + depth(parent) : 0;
  };
  return items.map((item) => ({
    value: item.code,
    label: `${'\u00a0\u00a0'.repeat(depth(item.code))}${item.label}`,
  }));
}

/** Countries in the order of the reader's alphabet, as the server gives them. */
export function useCountries(): readonly Labelled[] {
  const { data } = useAnswer(countriesDocument, {}, slow);
  return data?.countries.map(({ code, label }) => ({ value: code, label })) ?? [];
}

export type MissionRow = ResultOf<typeof missionsDocument>['missions'][number];

/** Every mission, in the server's order. */
export function useMissions(): readonly MissionRow[] {
  return useAnswer(missionsDocument, {}, slow).data?.missions ?? [];
}

export { causeLists };

/** The label of a cause as statistics name it, with its list before it: "ICCS.06". */
export function causeLabel(lists: CodeLists | undefined, cause: string): string {
  const [list = '', ...rest] = cause.split('.');
  const code = rest.join('.');
  return (
    choicesOf(lists, list)
      .find(({ value }) => value === code)
      ?.label.trim() ?? cause
  );
}

/** Every cause, under the name of its type's list, as a filter takes it. */
export function causeChoices(lists: CodeLists | undefined): Labelled[] {
  return causeLists.flatMap((list) =>
    choicesOf(lists, list).map(({ value, label }) => ({ value: `${list}.${value}`, label })),
  );
}
