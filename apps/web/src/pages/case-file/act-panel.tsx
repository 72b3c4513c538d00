import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftRestored, WayOut } from '../../drafts/draft-state.tsx';
import { paths } from '../../paths.ts';
import { Form } from '../../ui/form/form.tsx';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { CaseAct } from './use-case-act.ts';

/** Someone else changed the case first: what was written stays, the case can be read anew. */
export function Stale(): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <div className="notice notice-warning row">
      <p>{t('caseFile.stale')}</p>
      <Button size="xs" variant="default" onClick={() => void client.invalidateQueries()}>
        {t('caseFile.reload')}
      </Button>
    </div>
  );
}

interface Props {
  title: string;
  /** The name of the act, as its button says it. */
  submit: string;
  caseNo: string;
  act: Pick<CaseAct<never>, 'form' | 'failure' | 'stale' | 'busy'>;
  onSubmit: () => void;
  children: ReactNode;
}

/** An act on a case, above its timeline: its form, and what became of sending it. */
export function ActPanel({ title, submit, caseNo, act, onSubmit, children }: Props): ReactNode {
  const { form, failure, stale, busy } = act;
  return (
    <section className="panel act-panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="stack narrow">
        <DraftRestored of={form} />
        {stale ? <Stale /> : null}
        <NotSent failure={failure} busy={busy} again={onSubmit} />
        {form.ready ? (
          <Form
            state={form}
            submit={submit}
            busy={busy}
            onSubmit={onSubmit}
            beside={
              <WayOut of={form}>
                {(text) => (
                  <Link to={paths.caseFile} params={{ caseNo }} search={{}} resetScroll={false}>
                    {text}
                  </Link>
                )}
              </WayOut>
            }
          >
            {children}
          </Form>
        ) : (
          <Waiting />
        )}
      </div>
    </section>
  );
}
