import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { DraftRestored, WayOut } from '../../drafts/draft-state.tsx';
import { paths } from '../../paths.ts';
import { Form } from '../../ui/form/form.tsx';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { StaleNotice } from './stale-notice.tsx';
import type { CaseAct } from './use-case-act.ts';

interface Props {
  title: string;
  /** The name of the act, as its button says it. */
  submit: string;
  file: CaseFileData;
  act: Pick<CaseAct<never>, 'form' | 'failure' | 'since' | 'busy'>;
  onSubmit: () => void;
  children: ReactNode;
}

/** An act on a case, above its timeline: its form, and what became of sending it. */
export function ActPanel({ title, submit, file, act, onSubmit, children }: Props): ReactNode {
  const { form, failure, since, busy } = act;
  return (
    <section className="panel act-panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="stack narrow">
        <DraftRestored of={form} />
        {since ? <StaleNotice since={since} zone={file.mission.timeZone} /> : null}
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
                  <Link to={paths.caseFile} params={{ caseNo: file.caseNo }} search={{}} resetScroll={false}>
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
