import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ErrorSummary } from './error-summary.tsx';
import { FormContext, type FormState } from './form-state.ts';

interface Props {
  state: FormState;
  /** The name of the act, as its button says it. */
  submit: string;
  busy: boolean;
  onSubmit: () => void;
  children: ReactNode;
  /** Beside the button: a way back, or whether the draft is kept. */
  beside?: ReactNode;
}

/** A form: the error summary, the fields, and one button named after the act. */
export function Form({ state, submit, busy, onSubmit, children, beside }: Props): ReactNode {
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <FormContext value={state}>
      <form onSubmit={send} noValidate className="fields">
        <ErrorSummary problems={state.problems} />
        {children}
        <div className="form-end">
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormContext>
  );
}
