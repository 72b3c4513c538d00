import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { todayIn, ulaanbaatar } from '../../format/zones.ts';
import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/tada.ts';
import { downloadCsv } from '../../ui/download.ts';
import { Failure } from '../../ui/failure.tsx';
import { accessLogCsvDocument } from './access-log-documents.ts';

interface Props {
  filter: VariablesOf<typeof accessLogCsvDocument>['filter'];
  /** For the file's name: the case that was looked for. */
  caseNo: string | undefined;
}

/** Downloads the list as it is filtered, whole, with acts in words. */
export function ExportButton({ filter, caseNo }: Props): ReactNode {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const fetchCsv = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { accessLogCsv } = await request(accessLogCsvDocument, { filter });
      const of = caseNo ? `-${caseNo}` : '';
      downloadCsv(`elchin-access-log${of}-${todayIn(ulaanbaatar)}.csv`, accessLogCsv);
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack no-print">
      <p>
        <Button variant="default" loading={busy} onClick={() => void fetchCsv()}>
          {t('log.export')}
        </Button>
      </p>
      {error ? <Failure error={error} /> : null}
    </div>
  );
}
