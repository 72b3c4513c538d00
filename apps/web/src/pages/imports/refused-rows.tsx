import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { refusedRowsDocument } from './import-documents.ts';

const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** The rows that cannot be taken, each with what is wrong and how to mend it. */
export function RefusedRows({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const list = usePages(refusedRowsDocument, { id, first: pageSize }, (data) => data.import?.rows ?? nothing);
  return (
    <section className="stack" aria-labelledby="refused-title">
      <h2 id="refused-title">{t('imports.refusedRows')}</h2>
      {list.error ? <Failure error={list.error} retry={list.again} /> : null}
      {!list.rows && !list.error ? <Waiting /> : null}
      {list.rows ? (
        <>
          <div className="table-wrap">
            <table className="table table-cards">
              <caption className="visually-hidden">{t('imports.refusedRows')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('imports.row')}</th>
                  <th scope="col">{t('imports.field')}</th>
                  <th scope="col">{t('imports.reason')}</th>
                  <th scope="col">{t('imports.remedy')}</th>
                </tr>
              </thead>
              <tbody>
                {list.rows.map((row) => (
                  <tr key={`${row.rowNo} ${row.field ?? ''}`}>
                    <th scope="row">{t('imports.rowNo', { n: formatNumber(row.rowNo) })}</th>
                    <td data-label={t('imports.field')}>{row.field}</td>
                    <td>{row.reason}</td>
                    <td>{row.remedy}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <More
            shown={list.rows.length}
            total={list.total}
            hasMore={list.hasMore}
            busy={list.busy}
            more={list.more}
          />
        </>
      ) : null}
    </section>
  );
}
