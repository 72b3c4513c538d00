import type { ReferenceData } from './reference.rows.js';

/** How the rows of one kind of file go into their table. Column types are PostgreSQL's. */
export interface ReferenceTable {
  name: string;
  rows: keyof ReferenceData;
  columns: Record<string, string>;
  key: readonly string[];
  /** What happens to a row that is no longer in the files: what cases refer to is closed, the rest goes. */
  missing: 'close' | 'keep' | 'delete';
}

const labels = { label_en: 'text', label_mn: 'text' };
const validity = { valid_from: 'date', valid_to: 'date' };
const origin = { source: 'text', confidence: 'text', note: 'text' };

/** In the order in which they refer to each other. */
export const referenceTables: readonly ReferenceTable[] = [
  {
    name: 'reference.country',
    rows: 'countries',
    columns: { code: 'text', alpha3: 'text', numeric: 'text', ...labels, ...validity, note: 'text' },
    key: ['code'],
    missing: 'close',
  },
  {
    name: 'reference.mission',
    rows: 'missions',
    columns: {
      id: 'text',
      kind: 'text',
      city_en: 'text',
      city_mn: 'text',
      ...labels,
      country: 'text',
      time_zone: 'text',
      staff_limit: 'int',
      ...origin,
      ...validity,
    },
    key: ['id'],
    missing: 'close',
  },
  {
    name: 'reference.mission_district',
    rows: 'districts',
    columns: { country: 'text', mission_id: 'text', basis: 'text', ...origin, ...validity },
    key: ['country', 'mission_id', 'valid_from'],
    // Its file holds the whole history, with both days; a row taken out was a mistake, and may not stand in the way.
    missing: 'delete',
  },
  {
    name: 'reference.code_list',
    rows: 'lists',
    columns: { name: 'text', version: 'text', source: 'text', note: 'text' },
    key: ['name'],
    // The list of withdrawn items stays, for the cases that carry them.
    missing: 'keep',
  },
  {
    name: 'reference.code_item',
    rows: 'items',
    columns: {
      list: 'text',
      code: 'text',
      parent: 'text',
      ...labels,
      sort: 'int',
      ...validity,
      attributes: 'jsonb',
    },
    key: ['list', 'code'],
    missing: 'close',
  },
  {
    name: 'reference.population_abroad',
    rows: 'population',
    columns: { country: 'text', year: 'int', as_of: 'text', n: 'int', definition: 'text', ...origin },
    key: ['country', 'as_of', 'definition'],
    missing: 'delete',
  },
  {
    name: 'reference.published_figure',
    rows: 'publishedFigures',
    columns: {
      year: 'int',
      period: 'text',
      measure: 'text',
      country: 'text',
      value: 'int',
      components: 'text',
      ...origin,
    },
    key: ['year', 'period', 'measure', 'country'],
    missing: 'delete',
  },
];
