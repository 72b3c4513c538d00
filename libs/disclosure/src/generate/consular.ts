import { type DimensionPlan, type ProblemPlan } from './problem.js';

export type ConsularSize = 'small' | 'table' | 'linked' | 'large' | 'huge';

const country: DimensionPlan = { name: 'country', groups: [9, 10, 7, 8, 6], skew: 1.5 };
const cause: DimensionPlan = { name: 'cause', groups: [7, 6, 5, 6, 6], skew: 1.2 };
const year: DimensionPlan = { name: 'year', codes: 11, skew: 0.15 };
const sex: DimensionPlan = { name: 'sex', codes: 2, skew: 0.3 };

/**
 * The bench's problems: consular deaths by 40 countries in regions, 30 causes in groups, years and sexes, in the
 * sizes that the design's figures are stated for.
 */
export function consularPlan(size: ConsularSize, seed: number): ProblemPlan {
  switch (size) {
    case 'small':
      return {
        seed,
        cases: 420,
        dimensions: [
          { ...country, groups: [4, 5] },
          { ...cause, groups: [4, 4] },
        ],
      };
    case 'table':
      return { seed, cases: 5200, dimensions: [country, cause], interaction: 0.5 };
    case 'linked':
      return {
        seed,
        cases: 26000,
        dimensions: [country, cause, year, sex],
        tables: [
          { name: 'country-cause', dimensions: ['country', 'cause'] },
          { name: 'country-year-sex', dimensions: ['country', 'year', 'sex'] },
          { name: 'cause-year-sex', dimensions: ['cause', 'year', 'sex'] },
        ],
      };
    case 'large':
      return {
        seed,
        cases: 60000,
        dimensions: [country, cause, { ...year, name: 'year', codes: 4 }],
        interaction: 0.5,
      };
    case 'huge':
      return { seed, cases: 60000, dimensions: [country, cause, year, sex] };
  }
}
