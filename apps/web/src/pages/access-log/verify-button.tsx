import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../graphql/client.ts';
import type { ResultOf } from '../../graphql/tada.ts';
import { Failure } from '../../ui/failure.tsx';
import { accessLogVerdictDocument } from './access-log-documents.ts';

type Verdict = ResultOf<typeof accessLogVerdictDocument>['accessLogVerdict'];

/** Has the register go through the whole log, and says what it found. */
export function VerifyButton(): ReactNode {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const verify = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setVerdict(null);
    try {
      setVerdict((await request(accessLogVerdictDocument, {})).accessLogVerdict);
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack no-print">
      <p>
        <Button variant="default" loading={busy} onClick={() => void verify()}>
          {t('log.verify.button')}
        </Button>
      </p>
      <div role="status">{verdict ? <Said verdict={verdict} /> : null}</div>
      {error ? <Failure error={error} /> : null}
    </div>
  );
}

function Said({ verdict }: { verdict: Verdict }): ReactNode {
  const { t } = useTranslation();
  const { rows, signed, checkpoints, young, fault, faultAt, faultEntryId } = verdict;
  return (
    <div className={fault ? 'log-broken' : 'log-whole'}>
      <p>
        <strong>
          {fault ? t('log.verify.broken', { at: faultAt ?? 0 }) : t('log.verify.whole', { rows })}
        </strong>
      </p>
      {fault ? (
        <p>
          {t(`log.verify.fault.${fault}`)}
          {faultEntryId ? (
            <>
              {' '}
              {t('log.verify.entry')} <code>{faultEntryId}</code>
            </>
          ) : null}
        </p>
      ) : null}
      <p className="soft small">
        {t('log.verify.signed', { signed, checkpoints })} {t('log.verify.young', { young })}
      </p>
    </div>
  );
}
