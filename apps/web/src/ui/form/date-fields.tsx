import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textAt, useForm } from './form-state.ts';
import { controlId, problemAt } from './problems.ts';

interface Props {
  /** The path of the date; its parts are kept at path.year, path.month and path.day. */
  path: string;
  label: string;
  hint?: string | undefined;
  /** A time of day beside the date, kept at path.time. */
  withTime?: boolean;
}

const parts = [
  { part: 'year', width: 'date-part-year', length: 4 },
  { part: 'month', width: 'date-part-short', length: 2 },
  { part: 'day', width: 'date-part-short', length: 2 },
] as const;

/**
 * A date in parts, year first. What is not known stays empty: no day means the month is known, and so on; the
 * precision is never asked for apart. No calendar widget: a date in the past is typed faster than found.
 */
export function DateFields({ path, label, hint, withTime }: Props): ReactNode {
  const { t } = useTranslation();
  const { values, problems, set } = useForm();
  const id = controlId(path);
  const error = problemAt(problems, path);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? 'fieldset field-in-error' : 'fieldset'}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="date-parts">
        {parts.map(({ part, width, length }) => (
          <label key={part} className="date-part">
            {t(`form.${part}`)}
            <input
              id={part === 'year' ? id : undefined}
              className={`plain-input ${width}`}
              inputMode="numeric"
              maxLength={length}
              autoComplete="off"
              value={textAt(values, `${path}.${part}`)}
              onChange={(event) => set(`${path}.${part}`, event.currentTarget.value.replace(/\D/g, ''))}
            />
          </label>
        ))}
        {withTime ? (
          <label className="date-part">
            {t('form.time')}
            <input
              className="plain-input date-part-time"
              placeholder="14:05"
              maxLength={5}
              autoComplete="off"
              value={textAt(values, `${path}.time`)}
              onChange={(event) => set(`${path}.time`, event.currentTarget.value)}
            />
          </label>
        ) : null}
      </div>
    </fieldset>
  );
}
