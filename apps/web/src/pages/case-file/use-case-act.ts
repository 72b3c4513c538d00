import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { useDraft, type DraftForm } from '../../drafts/use-draft.ts';
import { request } from '../../graphql/client.ts';
import type { Refusal } from '../../graphql/errors.ts';
import type { TadaDocumentNode } from '../../graphql/tada.ts';
import { paths } from '../../paths.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { useMe } from '../../session/session.ts';
import { problemsOf } from '../../ui/form/problems.ts';
import { useSending, type Sending } from '../../ui/form/use-sending.ts';
import { say } from '../../ui/said.tsx';
import { changesSinceDocument, wasDone, type Since } from './changes-since.ts';

export type ActName = 'note' | 'status' | 'close' | 'reopen' | 'amend';

/** The document of an act on a case: they all answer in one shape. */
type ActDocument<Input> = TadaDocumentNode<
  { act: { __typename: 'CaseFile' } | { __typename: 'Refused'; refusals: Refusal[] } },
  { input: Input }
>;

export interface CaseAct<Input> extends Omit<Sending<never, Input>, 'send'> {
  form: DraftForm;
  /** The version of the case that the form stands on; sent with the act. */
  version: number;
  /** What others changed since that version, when the act was refused for it; the form now stands on the new one. */
  since: readonly Since[] | null;
  send: (input: Input) => Promise<void>;
}

interface Options<Input> {
  document: ActDocument<Input>;
  act: ActName;
  file: Pick<CaseFileData, 'id' | 'caseNo' | 'version'>;
  /** The form as it begins on the case as it is. */
  fresh: () => DraftValues;
}

/** An act on a case: its form with its draft, its refusals, and the way back to the case when it is done. */
export function useCaseAct<Input extends object>({
  document,
  act,
  file,
  fresh,
}: Options<Input>): CaseAct<Input> {
  // A note changes nothing of the case, so it stands on no version of it.
  const base = act === 'note' ? {} : { base: String(file.version) };
  const form = useDraft({ form: `${act}:${file.id}`, fresh, ...base });
  const version = Number(form.base ?? file.version);
  const { since, learn, forget } = useSince(act, file, version);
  const finish = useFinish(act, file.caseNo, form);
  // Set while an act may have been done although no answer came.
  const unanswered = useRef(false);
  const stale = useRef(false);

  const refused = (refusals: readonly Refusal[]): void => {
    stale.current = refusals.some(({ code }) => code === 'STALE_VERSION');
    // What was sent first has arrived, and other words since: sent again they are an entry of their own.
    if (refusals.some(({ code }) => code === 'ID_ALREADY_USED')) form.renew();
    form.setProblems(stale.current ? [] : problemsOf(refusals));
  };
  const { busy, failure, send } = useSending(document, refused);
  useEffect(() => {
    if (failure?.kind === 'network' || failure?.kind === 'failed') unanswered.current = true;
  }, [failure]);

  const perform = async (input: Input): Promise<void> => {
    stale.current = false;
    forget();
    form.setProblems([]);
    if (await send(input)) return finish();
    if (stale.current && (await learn(unanswered.current ? input : null))) return finish();
    if (stale.current) unanswered.current = false;
    return undefined;
  };
  // The case has been read anew. A form in which nothing stands follows it; after a refusal what was written is laid over it.
  useEffect(() => {
    if (file.version > version && (since || form.saved === 'empty'))
      form.rebase(fresh(), String(file.version));
  });
  return { form, version, failure, since, busy, send: perform };
}

/** What came in between, asked for when an act is refused as stale. */
function useSince(act: ActName, file: Options<never>['file'], version: number) {
  const me = useMe();
  const client = useQueryClient();
  const [since, setSince] = useState<readonly Since[] | null>(null);
  /** @returns true when what came in between is the act itself, sent before without an answer. */
  const learn = async (sentBefore: object | null): Promise<boolean> => {
    // Without an answer the form still says that somebody was quicker, and goes on from the case as it is.
    const answer = await request(changesSinceDocument, { id: file.id, version }).catch(() => null);
    const found = answer?.caseFile?.changesSince ?? [];
    if (sentBefore && wasDone(act, sentBefore, me.id, found)) return true;
    await client.invalidateQueries();
    setSince(found);
    return false;
  };
  return { since, learn, forget: () => setSince(null) };
}

/** After the act: its draft goes, the case is shown, and what was done is said. */
function useFinish(act: ActName, caseNo: string, form: DraftForm) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (): Promise<void> => {
    form.drop();
    void client.invalidateQueries();
    await navigate({ to: paths.caseFile, params: { caseNo }, search: {}, resetScroll: false });
    say(t(`done.${act}`));
    focusOn(act);
  };
}

/** Work goes on at the acts: at the one that was done, or at the first that there still is. */
function focusOn(act: ActName): void {
  setTimeout(() => {
    const bar = document.querySelector('.act-bar');
    const link = bar?.querySelector<HTMLElement>(`a[href$="act=${act}"]`) ?? bar?.querySelector('a');
    if (act !== 'amend') link?.focus({ preventScroll: true });
  }, 50);
}
