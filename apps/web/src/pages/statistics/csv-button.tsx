import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../enums.ts';
import { request } from '../../graphql/client.ts';
import { statisticsCsvDocument } from './statistics-documents.ts';
import { filterOf, type TableQuestion } from './statistics-search.ts';

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Downloads the table on the page as the server counts it now. */
export function CsvButton({
  question,
  dimensions,
}: {
  question: TableQuestion;
  dimensions: Dimension[];
}): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const fetchCsv = async (): Promise<void> => {
    setState('busy');
    try {
      const { statistics } = await request(statisticsCsvDocument, { dimensions, filter: filterOf(question) });
      const by = dimensions.join('-').toLowerCase();
      download(
        `elchin-${by}-${question.basis.toLowerCase()}-${question.from}-${question.to}.csv`,
        statistics.csv,
      );
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      <Button variant="default" loading={state === 'busy'} onClick={() => void fetchCsv()}>
        {t('statistics.csv')}
      </Button>
      {state === 'failed' ? (
        <span role="alert" className="field-error">
          {t('statistics.csvFailed')}
        </span>
      ) : null}
    </>
  );
}
