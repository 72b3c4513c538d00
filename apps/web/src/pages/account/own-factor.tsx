import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TadaDocumentNode } from '../../graphql/tada.ts';
import { useAct, useAnswer } from '../../session/answers.ts';
import { Answer } from '../../ui/answer.tsx';
import { Failure } from '../../ui/failure.tsx';
import { TextField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { problemsOf } from '../../ui/form/problems.ts';
import { type Done, useSending } from '../../ui/form/use-sending.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { When } from '../../ui/when.tsx';
import {
  beginFactorDocument,
  type Begun,
  confirmFactorDocument,
  ownFactorDocument,
  removeFactorDocument,
} from './factor-documents.ts';

interface CodeFormProps<Data> {
  document: TadaDocumentNode<Data, { input: { code: string } }>;
  submit: string;
  done: (result: Done<Data>) => void;
}

/** Sends a code. */
function CodeForm<Data>({ document, submit, done }: CodeFormProps<Data>): ReactNode {
  const { t } = useTranslation();
  const form = useValues({});
  const { busy, failure, send } = useSending(document, (refusals) => form.setProblems(problemsOf(refusals)));
  const act = async (): Promise<void> => {
    const code = textAt(form.values, 'code').trim();
    form.setProblems(code ? [] : [{ field: 'code', message: t('factor.missing') }]);
    const result = code ? await send({ code }) : undefined;
    if (result) done(result);
  };
  return (
    <>
      <NotSent failure={failure} busy={busy} again={() => void act()} />
      <Form state={form} submit={submit} busy={busy} onSubmit={() => void act()}>
        <TextField path="code" label={t('factor.code')} autoComplete="one-time-code" />
      </Form>
    </>
  );
}

/** The secret for the authenticator: to scan, and to type. */
function Secret({ begun }: { begun: Begun }): ReactNode {
  const { t } = useTranslation();
  const groups = begun.secret.match(/.{1,4}/g) ?? [];
  return (
    <>
      <p>{t('factor.scan')}</p>
      <svg
        className="factor-picture"
        viewBox={`0 0 ${begun.size} ${begun.size}`}
        role="img"
        aria-label={t('factor.picture')}
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${begun.size}v${begun.size}h-${begun.size}z`} />
        <path fill="#000" d={begun.path} />
      </svg>
      <p>
        {t('factor.type')} <code className="factor-secret">{groups.join(' ')}</code>
      </p>
    </>
  );
}

function RecoveryCodes({ codes, close }: { codes: readonly string[]; close: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p role="status">{t('factor.added')}</p>
      <ul className="factor-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={close}>{t('factor.written')}</Button>
      </div>
    </>
  );
}

/** From nothing to codes in use: the secret, a code of it, and what opens without the telephone. */
function SetUp({ added }: { added: (codes: readonly string[]) => void }): ReactNode {
  const { t } = useTranslation();
  const begin = useAct(beginFactorDocument);
  const [begun, setBegun] = useState<Begun | null>(null);
  const start = (): void => {
    begin.mutateAsync({}).then(
      ({ beginFactor }) => setBegun(beginFactor.__typename === 'FactorBegun' ? beginFactor : null),
      () => undefined, // shown by `begin.error`
    );
  };
  if (begun) {
    return (
      <>
        <Secret begun={begun} />
        <CodeForm
          document={confirmFactorDocument}
          submit={t('factor.confirm')}
          done={(result) => added((result as { recoveryCodes: string[] }).recoveryCodes)}
        />
      </>
    );
  }
  return (
    <>
      <p>{t('factor.none')}</p>
      {begin.error ? <Failure error={begin.error} /> : null}
      <div>
        <Button variant="default" disabled={begin.isPending} onClick={start}>
          {t('factor.begin')}
        </Button>
      </div>
    </>
  );
}

/** One-time codes beside the password. */
export function OwnFactor(): ReactNode {
  const { t } = useTranslation();
  const answer = useAnswer(ownFactorDocument, {});
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <section className="panel stack" aria-labelledby="factor-title">
      <h2 id="factor-title">{t('factor.title')}</h2>
      {codes ? (
        <RecoveryCodes codes={codes} close={() => setCodes(null)} />
      ) : (
        <Answer of={answer}>
          {({ ownFactor }) =>
            ownFactor.active ? (
              <>
                <p>
                  {t('factor.since')} {ownFactor.since ? <When at={ownFactor.since} /> : null}.{' '}
                  {t('factor.left', { count: ownFactor.codesLeft })}
                </p>
                <CodeForm
                  document={removeFactorDocument}
                  submit={t('factor.remove')}
                  done={() => undefined}
                />
              </>
            ) : (
              <SetUp added={setCodes} />
            )
          }
        </Answer>
      )}
    </section>
  );
}
