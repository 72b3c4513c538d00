import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inputOf, problemsIn, typeOf } from '../../cases/case-input.ts';
import { fileCaseDocument } from '../../cases/documents.ts';
import { useCaseTypes, type CaseTypes } from '../../cases/type-records.ts';
import { DraftRestored } from '../../drafts/draft-state.tsx';
import { withDeviceClock } from '../../i18n/device-clock.ts';
import type { Refusal } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { useMe } from '../../session/session.ts';
import { Answer } from '../../ui/answer.tsx';
import { controlId, problemsOf } from '../../ui/form/problems.ts';
import { useSending } from '../../ui/form/use-sending.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { arrivedBefore } from './arrived-before.ts';
import { CaseForm } from './case-form.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { Filed } from './filed.tsx';
import { useCaseDraft, zoneOf } from './use-case-draft.ts';

/** The steps stand in the address, so that the browser's own Back goes from the answers to the form. */
function useSteps() {
  const { step } = useSearch({ from: `/inside${paths.fileCase}` });
  const navigate = useNavigate();
  const router = useRouter();
  const cameFromForm = useRef(false);
  const wanted = useRef<string | undefined>(undefined);
  const before = useRef(step);
  // On the form again, work goes on at the field that is to be changed, or at the top.
  useEffect(() => {
    if (before.current === 'check' && !step) focusOn(wanted.current);
    before.current = step;
    wanted.current = undefined;
  }, [step]);
  const toCheck = (): void => {
    cameFromForm.current = true;
    void navigate({ to: paths.fileCase, search: { step: 'check' } });
  };
  const toForm = (field?: string): void => {
    wanted.current = field;
    if (cameFromForm.current) router.history.back();
    else void navigate({ to: paths.fileCase, search: {}, replace: true });
    cameFromForm.current = false;
  };
  return { step, toCheck, toForm };
}

function focusOn(field: string | undefined): void {
  if (document.querySelector('.error-summary')) return;
  const control = field ? document.getElementById(controlId(field)) : document.querySelector('h1');
  control?.closest('details')?.setAttribute('open', '');
  if (field) control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

function FileCase({ types }: { types: CaseTypes }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const zone = zoneOf(me);
  const draft = useCaseDraft(me);
  const { step, toCheck, toForm } = useSteps();
  const [caseNo, setCaseNo] = useState<string | null>(null);
  const [changedSince, setChangedSince] = useState(false);
  const filed = (reference: string): void => {
    setCaseNo(reference);
    draft.startAnew();
  };
  const refused = (refusals: readonly Refusal[]): void => {
    draft.setProblems(problemsOf(refusals));
    toForm();
  };
  const { busy, failure, send } = useSending(fileCaseDocument, (refusals) => {
    if (!refusals.some(({ code }) => code === 'ID_ALREADY_USED')) return refused(refusals);
    const found = arrivedBefore(draft.id, draft.values).catch(() => null);
    void found.then((reference) => {
      if (!reference) return refused(refusals);
      setChangedSince(true);
      return filed(reference);
    });
    return undefined;
  });

  const check = (): void => {
    const found = problemsIn(draft.values, zone, types).map(({ field, key }) => ({
      field,
      message: key === 'fileCase.futureDate' ? withDeviceClock(t(key)) : t(key),
    }));
    draft.setProblems(found);
    if (found.length === 0) toCheck();
  };
  const file = async (): Promise<void> => {
    const done = await send(inputOf(draft.id, draft.values, zone, types));
    if (done) filed(done.caseNo);
  };
  const again = (): void => {
    setCaseNo(null);
    setChangedSince(false);
    toForm();
  };

  if (caseNo) return <Filed caseNo={caseNo} changedSince={changedSince} again={again} />;
  if (!draft.ready) return <Waiting />;
  const type = typeOf(draft.values);
  if (step === 'check' && type && problemsIn(draft.values, zone, types).length === 0) {
    const shown = { values: draft.values, type, zone, busy, notSent: failure };
    return <CheckAnswers {...shown} change={toForm} file={() => void file()} />;
  }
  return (
    <div className="narrow-page">
      <PageHead
        eyebrow={me.mission?.label}
        title={t('fileCase.title')}
        lead={t('fileCase.lead')}
        inError={draft.problems.length > 0}
      />
      <DraftRestored of={draft} />
      <CaseForm draft={draft} check={check} />
    </div>
  );
}

/** File a case: one form, one page to check the answers, one confirmation with the reference. */
export function FileCasePage(): ReactNode {
  return <Answer of={useCaseTypes()}>{({ caseTypes }) => <FileCase types={caseTypes} />}</Answer>;
}
