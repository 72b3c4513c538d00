import { graphql, type ResultOf } from '../../graphql/tada.ts';

export const accessLogDocument = graphql(`
  query AccessLog($filter: AccessLogFilter, $first: Int!, $after: String) {
    accessLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          at
          role
          missionId
          operation
          subjectId
          refused
          shownCount
          by {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export type LogRow = ResultOf<typeof accessLogDocument>['accessLog']['edges'][number]['node'];

export const accessLogPeopleDocument = graphql(`
  query AccessLogPeople {
    accessLogPeople {
      id
      name
      role
      missionId
    }
  }
`);

/** The id behind a case's reference, which is all that an auditor learns of the case. */
export const caseIdInLogDocument = graphql(`
  query CaseIdInLog($caseNo: String!) {
    caseIdInLog(caseNo: $caseNo)
  }
`);

export const accessLogCsvDocument = graphql(`
  query AccessLogCsv($filter: AccessLogFilter) {
    accessLogCsv(filter: $filter)
  }
`);

export const accessLogVerdictDocument = graphql(`
  query AccessLogVerdict {
    accessLogVerdict {
      rows
      signed
      checkpoints
      young
      fault
      faultAt
      faultEntryId
    }
  }
`);
