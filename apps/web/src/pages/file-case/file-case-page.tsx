import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { inputOf, problemsIn, typeOf } from '../../cases/case-input.ts';
import { fileCaseDocument } from '../../cases/documents.ts';
import { withDeviceClock } from '../../i18n/device-clock.ts';
import { ApiError } from '../../graphql/errors.ts';
import { useAct } from '../../session/answers.ts';
import { useMe } from '../../session/session.ts';
import { problemsOf, type Problem } from '../../ui/form/problems.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CaseForm } from './case-form.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { Filed } from './filed.tsx';
import { useCaseDraft, zoneOf } from './use-case-draft.ts';

type Step = 'form' | 'check' | { caseNo: string };

const none: readonly Problem[] = [];

/** File a case: one form, one page to check the answers, one confirmation with the reference. */
export function FileCasePage(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const zone = zoneOf(me);
  const { draft, restored, saved, set, drop, startAnew } = useCaseDraft(me);
  const [step, setStep] = useState<Step>('form');
  const [problems, setProblems] = useState<readonly Problem[]>(none);
  const [notSent, setNotSent] = useState<ApiError | null>(null);
  const filing = useAct(fileCaseDocument);

  const check = (): void => {
    const found = problemsIn(draft.values, zone).map(({ field, key }) => ({
      field,
      message: key === 'fileCase.futureDate' ? withDeviceClock(t(key)) : t(key),
    }));
    setProblems(found);
    if (found.length) return;
    setStep('check');
    window.scrollTo(0, 0);
  };

  const backWith = (found: readonly Problem[]): void => {
    setProblems(found);
    setStep('form');
  };

  const file = async (): Promise<void> => {
    setNotSent(null);
    try {
      const { fileCase: result } = await filing.mutateAsync({ input: inputOf(draft.id, draft.values, zone) });
      if (result.__typename === 'Refused') return backWith(problemsOf(result.refusals));
      drop();
      setStep({ caseNo: result.caseNo });
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('failed');
      if (known.refusals.length) backWith(problemsOf(known.refusals));
      else setNotSent(known);
    }
    return undefined;
  };

  if (typeof step === 'object') {
    const again = (): void => {
      startAnew();
      setStep('form');
    };
    return <Filed caseNo={step.caseNo} again={again} />;
  }
  const type = typeOf(draft.values);
  if (step === 'check' && type) {
    return (
      <CheckAnswers
        values={draft.values}
        type={type}
        zone={zone}
        busy={filing.isPending}
        notSent={notSent}
        change={() => setStep('form')}
        file={() => void file()}
      />
    );
  }
  return (
    <div className="narrow-page">
      <PageHead
        eyebrow={me.mission?.label}
        title={t('fileCase.title')}
        lead={t('fileCase.lead')}
        inError={problems.length > 0}
      />
      {restored ? (
        <div className="notice row">
          <p>{t('fileCase.restored')}</p>
          <Button variant="default" size="xs" onClick={startAnew}>
            {t('fileCase.startAnew')}
          </Button>
        </div>
      ) : null}
      <CaseForm state={{ values: draft.values, problems, set }} saved={saved} check={check} />
    </div>
  );
}
