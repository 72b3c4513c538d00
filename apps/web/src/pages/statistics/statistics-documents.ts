import { graphql } from '../../graphql/tada.ts';
import { caseRowFragment } from '../../ui/case-table/case-row.ts';

export const statisticsDocument = graphql(`
  query Statistics($dimensions: [Dimension!]!, $filter: StatisticsFilter!) {
    statistics(dimensions: $dimensions, filter: $filter) {
      basis
      from
      to
      statement
      axes {
        dimension
        additive
        categories {
          code
          label
        }
      }
      cells
      total
      undated
      illustrations
      countedAt
    }
  }
`);

export const statisticsCsvDocument = graphql(`
  query StatisticsCsv(
    $dimensions: [Dimension!]!
    $filter: StatisticsFilter!
    $form: CsvForm!
    $about: Boolean!
  ) {
    statistics(dimensions: $dimensions, filter: $filter) {
      csv(form: $form, about: $about)
    }
  }
`);

export const statisticsCasesDocument = graphql(
  `
    query StatisticsCases($filter: StatisticsFilter!, $first: Int!, $after: String) {
      statisticsCases(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...CaseRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [caseRowFragment],
);
