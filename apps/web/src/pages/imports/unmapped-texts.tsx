import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers.ts';
import type { ImportData } from './import-documents.ts';

/** Texts of the file that the profile does not know yet: a clerk adds them to the profile. */
export function UnmappedTexts({ unmapped }: { unmapped: ImportData['unmapped'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-labelledby="unmapped-title">
      <h2 id="unmapped-title">{t('imports.unmapped')}</h2>
      <p>{t('imports.unmappedHint')}</p>
      <div className="table-wrap">
        <table className="table">
          <caption className="visually-hidden">{t('imports.unmapped')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.field')}</th>
              <th scope="col">{t('imports.text')}</th>
              <th scope="col" className="number">
                {t('imports.rows')}
              </th>
            </tr>
          </thead>
          <tbody>
            {unmapped.map(({ field, text, count }) => (
              <tr key={`${field} ${text}`}>
                <td>{field}</td>
                <th scope="row">{text}</th>
                <td className="number">{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
