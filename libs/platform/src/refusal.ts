/** One expected "no": a code, the field it is about, and the words' parameters. The words live in the rooms' catalogues. */
export interface RefusalItem {
  /** Stable, for programs: e.g. `FUTURE_DATE`. Its words are `refusal.<code>.message` and `.remedy`. */
  code: string;
  /** Path of the input field, e.g. `occurred.date`; undefined when the whole act is refused. */
  field?: string;
  params?: Record<string, string | number>;
  /** Of two fields that do not go together, the other one. */
  otherField?: string;
}

/**
 * An expected "no". Thrown, so that the transaction around it rolls back; the edge turns it into a `Refused` that
 * the client can read, in the reader's language.
 */
export class Refusal extends Error {
  constructor(readonly items: readonly RefusalItem[]) {
    super(items.map((item) => item.code).join(', '));
    this.name = 'Refusal';
  }

  static of(code: string, field?: string, params?: RefusalItem['params']): Refusal {
    return new Refusal([{ code, field, params }]);
  }
}

/** Collects refusals of one input, so that a person sees all of them at once. */
export class Refusals {
  readonly items: RefusalItem[] = [];

  add(code: string, field?: string, params?: RefusalItem['params']): void {
    this.items.push({ code, field, params });
  }

  /** Of two fields that do not go together. */
  addPair(code: string, field: string, otherField: string, params?: RefusalItem['params']): void {
    this.items.push({ code, field, otherField, params });
  }

  /** @throws Refusal when anything was collected. */
  throwIfAny(): void {
    if (this.items.length > 0) throw new Refusal(this.items);
  }
}
