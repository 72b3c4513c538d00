import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Client } from '#support/api';
import type { World } from '#support/world';

/** The deaths of 2002 to 2012 as their State Department published them: 8,390 rows, one without a country. */
export const publishedDeaths = readFileSync(
  resolve(import.meta.dirname, '../../../libs/cases/src/import/fixtures/us-2002-2012.csv'),
);

/** How many cases there are, whoever may see them. */
export async function casesIn(world: World): Promise<number> {
  const found = await world.owner.query<{ n: number }>('select count(*)::int as n from cases.case_file');
  return found.rows[0]?.n ?? -1;
}

export interface RefusalSeen {
  code: string;
  field: string | null;
  message: string;
  remedy: string;
}

export interface ImportSeen {
  __typename: 'Import' | 'Refused';
  id: string;
  fileName: string;
  status: 'CHECKING' | 'CHECKED' | 'IMPORTING' | 'IMPORTED' | 'FAILED';
  rowsDone: number;
  rowsTotal: number;
  imported: number;
  alreadyThere: number;
  refused: number;
  unmapped: { field: string; text: string; count: number }[];
  failure: RefusalSeen | null;
  by: { name: string } | null;
  refusals: RefusalSeen[];
}

export interface RowsSeen {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: {
    node: {
      rowNo: number;
      verdict: string;
      field: string | null;
      reason: string | null;
      remedy: string | null;
    };
  }[];
}

const fields = `__typename ... on Import { id fileName status rowsDone rowsTotal imported alreadyThere refused
  unmapped { field text count } failure { code field message remedy } by { name } }`;
const refused = '... on Refused { refusals { code field message remedy } }';

/** Somebody with a file, as the web app and API clients do it. */
export class Clerk {
  constructor(
    private readonly api: { url: string },
    private readonly client: Client,
    private readonly language: 'mn' | 'en' = 'en',
  ) {}

  /** Sends a file; the status and what was answered. */
  async send(
    content: Buffer | string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; fileId: string }> {
    const answer = await fetch(`${this.api.url}/files`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        ...(this.client.token && { authorization: `Bearer ${this.client.token}` }),
        ...headers,
      },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    });
    return { status: answer.status, ...((await answer.json()) as { fileId: string }) };
  }

  async check(fileId: string, profile = 'us-deaths', id = uuidv7()): Promise<ImportSeen> {
    return this.ask(
      `mutation ($input: CheckImportInput!) { it: checkImport(input: $input) { ${fields} ${refused} } }`,
      {
        input: { id, fileId, profile },
      },
    );
  }

  async run(id: string, partial = false): Promise<ImportSeen> {
    return this.ask(
      `mutation ($input: RunImportInput!) { it: runImport(input: $input) { ${fields} ${refused} } }`,
      {
        input: { id, partial },
      },
    );
  }

  async look(id: string): Promise<ImportSeen | null> {
    return this.ask<ImportSeen | null>(`query ($id: ID!) { it: import(id: $id) { ${fields} } }`, { id });
  }

  async rows(
    id: string,
    args: { verdict?: string; first?: number; after?: string | null } = {},
  ): Promise<RowsSeen> {
    const found = await this.ask<{ rows: RowsSeen }>(
      `query ($id: ID!, $verdict: RowVerdict, $first: Int! = 50, $after: String) { it: import(id: $id) {
         rows(verdict: $verdict, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
           edges { node { rowNo verdict field reason remedy } } } } }`,
      { id, ...args },
    );
    return found.rows;
  }

  /** Looks again and again until the step has ended. */
  async ended(id: string, seconds = 40): Promise<ImportSeen> {
    for (const until = Date.now() + seconds * 1000; ; await wait(100)) {
      const seen = await this.look(id);
      if (seen && seen.status !== 'CHECKING' && seen.status !== 'IMPORTING') return seen;
      if (Date.now() > until) throw new Error(`still ${seen?.status} after ${seconds} s`);
    }
  }

  /** Sends and checks a file, to the end of the check. */
  async checked(content: Buffer | string, profile?: string): Promise<ImportSeen> {
    const { fileId } = await this.send(content, { 'x-file-name': encodeURIComponent('нас баралт.csv') });
    const { id } = await this.check(fileId, profile);
    return this.ended(id);
  }

  private async ask<T = ImportSeen>(document: string, variables: object): Promise<T> {
    const { data, errors } = await this.client.query(document, variables, this.language);
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as unknown as { it: T }).it;
  }
}
