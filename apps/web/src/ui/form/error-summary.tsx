import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { controlOf, type Problem } from './problems.ts';

/**
 * What must be mended, at the top of the form, in the words that stand at the fields (GOV.UK pattern).
 * Takes the focus each time the list changes.
 */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }): ReactNode {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;

  const goTo = (event: MouseEvent, problem: Problem): void => {
    event.preventDefault();
    const control = document.getElementById(controlOf(problem) ?? '');
    control?.closest('details')?.setAttribute('open', '');
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  };
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('problem.summary')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field ?? ''} ${problem.message}`}>
            {problem.field === null ? (
              problem.message
            ) : (
              <a href={`#${controlOf(problem) ?? ''}`} onClick={(event) => goTo(event, problem)}>
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
