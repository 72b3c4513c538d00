import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { useDraft, type DraftForm } from '../../drafts/use-draft.ts';
import type { Refusal } from '../../graphql/errors.ts';
import type { TadaDocumentNode } from '../../graphql/tada.ts';
import { paths } from '../../paths.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending, type Sending } from '../../ui/form/use-sending.ts';
import { say } from '../../ui/said.tsx';

export type ActName = 'note' | 'status' | 'close' | 'reopen' | 'amend';

/** The document of an act on a case: they all answer in one shape. */
type ActDocument<Input> = TadaDocumentNode<
  { act: { __typename: 'CaseFile' } | { __typename: 'Refused'; refusals: Refusal[] } },
  { input: Input }
>;

export interface CaseAct<Input> extends Omit<Sending<never, Input>, 'send'> {
  form: DraftForm;
  /** Somebody was quicker: the case is no longer as it was when this form was opened. */
  stale: boolean;
  send: (input: Input) => Promise<void>;
}

interface Options<Input> {
  document: ActDocument<Input>;
  act: ActName;
  file: Pick<CaseFileData, 'id' | 'caseNo'>;
  fresh: () => DraftValues;
}

/** An act on a case: its form with its draft, its refusals, and the way back to the case when it is done. */
export function useCaseAct<Input>({ document, act, file, fresh }: Options<Input>): CaseAct<Input> {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useDraft({ form: `${act}:${file.id}`, fresh });
  const [stale, setStale] = useState(false);

  const refused = (refusals: readonly Refusal[]): void => {
    setStale(refusals.some(({ code }) => code === 'STALE_VERSION'));
    // What was sent first has arrived, and other words since: sent again they are an entry of their own.
    if (refusals.some(({ code }) => code === 'ID_ALREADY_USED')) form.renew();
    form.setProblems(problemsOf(refusals));
  };
  const { busy, failure, send } = useSending(document, refused);

  const perform = async (input: Input): Promise<void> => {
    setStale(false);
    form.setProblems([]);
    if (!(await send(input))) return;
    form.drop();
    await navigate({ to: paths.caseFile, params: { caseNo: file.caseNo }, search: {}, resetScroll: false });
    say(t(`done.${act}`));
    focusOn(act);
  };
  return { form, failure, stale, busy, send: perform };
}

/** Work goes on at the acts: at the one that was done, or at the first that there still is. */
function focusOn(act: ActName): void {
  setTimeout(() => {
    const bar = document.querySelector('.act-bar');
    const link = bar?.querySelector<HTMLElement>(`a[href$="act=${act}"]`) ?? bar?.querySelector('a');
    if (act !== 'amend') link?.focus({ preventScroll: true });
  }, 50);
}
