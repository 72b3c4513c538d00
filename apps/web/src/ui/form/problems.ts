import type { Refusal } from '../../graphql/errors.ts';
import { withDeviceClock } from '../../i18n/device-clock.ts';

/** One thing to mend in a form. `field` is the path of the input, null for the form as a whole. */
export interface Problem {
  field: string | null;
  message: string;
  /** It can be right: the person is asked whether it is. */
  unlikely?: boolean;
}

/** The element id of the control for a field path. */
export function controlId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}

/** The server's refusals as problems: message and remedy together, so that both stand at the field. */
export function problemsOf(refusals: readonly Refusal[]): Problem[] {
  return refusals.map(({ code, field, message, remedy }) => {
    const text = `${message} ${remedy}`.trim();
    return {
      field: field === null ? null : field.replace(/^input\./, ''),
      message: code === 'FUTURE_DATE' ? withDeviceClock(text) : text,
      ...(code.startsWith('UNLIKELY_') ? { unlikely: true } : {}),
    };
  });
}

/** What is wrong with a field: a problem of the path itself or of a part of it ("occurred.date" for "occurred"). */
export function problemAt(problems: readonly Problem[], path: string): string | undefined {
  return problems.find(({ field }) => field === path || field?.startsWith(`${path}.`))?.message;
}

/** The id of the control that a problem is about: its own, or that of the group it is in. */
export function controlOf(problem: Problem): string | null {
  if (problem.field === null) return null;
  const steps = problem.field.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const id = controlId(steps.slice(0, length).join('.'));
    if (document.getElementById(id)) return id;
  }
  return null;
}
