import { isMap, isScalar, LineCounter, parseDocument, type ParsedNode } from 'yaml';

/** What is wrong in a profile, where, and what to do. A mistake of whoever edited the file: shown to them as it is. */
export interface ProfileProblem {
  line: number;
  /** Path of the key, e.g. `columns.date.format`. */
  key: string;
  problem: string;
  remedy: string;
}

export type Path = readonly string[];

/** Reads the keys of a document one by one and remembers what is wrong with each. */
export class Reader {
  readonly problems: ProfileProblem[] = [];
  private readonly lines = new LineCounter();
  private readonly document;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.lines });
    for (const error of this.document.errors) {
      const problem = error.message.split('\n')[0] ?? '';
      this.problems.push({
        line: error.linePos?.[0].line ?? 1,
        key: '(file)',
        problem,
        remedy: 'Compare the line with the profile us-deaths.yaml.',
      });
    }
  }

  add(path: Path, problem: string, remedy: string): void {
    this.problems.push({ line: this.lineOf(path), key: path.join('.'), problem, remedy });
  }

  /** A text, or '' when it is missing. */
  text(path: Path, options: { orElse?: string; allowed?: readonly string[]; example?: string } = {}): string {
    const found: unknown = this.document.getIn(path);
    if (found === undefined || found === null || found === '') {
      if (options.orElse !== undefined) return options.orElse;
      this.add(path, 'is missing.', `Add it${options.example ? `, for example ${options.example}` : ''}.`);
      return '';
    }
    if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') {
      this.add(
        path,
        'should be one value.',
        `Write it on the same line${options.example ? `: ${options.example}` : ''}.`,
      );
      return '';
    }
    const text = String(found).trim();
    if (options.allowed && !options.allowed.includes(text)) {
      this.add(path, `"${text}" is not possible.`, `Write one of: ${options.allowed.join(', ')}.`);
    }
    return text;
  }

  list(path: Path): string[] {
    const found = this.plain(path);
    if (found === undefined || found === null) return [];
    if (Array.isArray(found)) return found.map(String);
    this.add(path, 'should be a list.', 'Write it like [one, two].');
    return [];
  }

  /** Keys below a path, in the order of the file. */
  keys(path: Path): string[] {
    const node = this.node(path);
    return isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : String(key))) : [];
  }

  onlyKeys(path: Path, known: readonly string[]): void {
    for (const key of this.keys(path)) {
      if (!known.includes(key))
        this.add([...path, key], 'is not a key of a profile.', `Known here: ${known.join(', ')}.`);
    }
  }

  private plain(path: Path): unknown {
    const node = this.node(path);
    return node && 'toJSON' in node ? node.toJSON() : node;
  }

  private node(path: Path): ParsedNode | null | undefined {
    return (path.length === 0 ? this.document.contents : this.document.getIn(path, true)) as
      ParsedNode | undefined;
  }

  /** Line of a key, or of the nearest key above it that there is. */
  private lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = this.node(path.slice(0, length - 1));
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === path[length - 1])
        : undefined;
      if (isScalar(pair?.key) && pair.key.range) return this.lines.linePos(pair.key.range[0]).line;
    }
    return 1;
  }
}
