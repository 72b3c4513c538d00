import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../enums.ts';
import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/tada.ts';
import { downloadCsv } from '../../ui/download.ts';
import { statisticsCsvDocument } from './statistics-documents.ts';
import { filterOf, type TableQuestion } from './statistics-search.ts';

type Form = VariablesOf<typeof statisticsCsvDocument>['form'];

/** Downloads the table as the server counts it now: as on the page, or in the forms that programs and readers want. */
export function CsvButton({
  question,
  dimensions,
}: {
  question: TableQuestion;
  dimensions: Dimension[];
}): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const fetchCsv = async (form: Form, about: boolean): Promise<void> => {
    setState('busy');
    try {
      const asked = { dimensions, filter: filterOf(question), form, about };
      const { statistics } = await request(statisticsCsvDocument, asked);
      const by = dimensions.join('-').toLowerCase();
      downloadCsv(
        `elchin-${by}-${question.basis.toLowerCase()}-${question.from}-${question.to}.csv`,
        statistics.csv,
      );
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  const button = (label: string, form: Form, about: boolean): ReactNode => (
    <Button variant="default" loading={state === 'busy'} onClick={() => void fetchCsv(form, about)}>
      {label}
    </Button>
  );
  return (
    <>
      {button(t('statistics.csv'), 'CROSSTAB', false)}
      <details className="csv-forms">
        <summary>{t('statistics.csvForms')}</summary>
        <div className="stack">
          {button(t('statistics.csvLong'), 'LONG', false)}
          {button(t('statistics.csvAbout'), 'CROSSTAB', true)}
        </div>
      </details>
      {state === 'failed' ? (
        <span role="alert" className="field-error">
          {t('statistics.csvFailed')}
        </span>
      ) : null}
    </>
  );
}
