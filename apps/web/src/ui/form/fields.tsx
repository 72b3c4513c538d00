import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codesAt, textAt, useForm } from './form-state.ts';
import { controlId, problemAt } from './problems.ts';

interface FieldProps {
  /** The path of the input in the schema, e.g. "subject.given". */
  path: string;
  label: string;
  hint?: string | undefined;
}

function useField({ path, label, hint }: FieldProps) {
  const { values, problems, set } = useForm();
  return {
    id: controlId(path),
    label,
    description: hint,
    error: problemAt(problems, path),
    value: textAt(values, path),
    onChange: (event: { currentTarget: { value: string } }) => set(path, event.currentTarget.value),
  };
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'time' | 'date';
  autoComplete?: string;
  maxLength?: number;
}

/** One line of text. */
export function TextField({
  type = 'text',
  autoComplete = 'off',
  maxLength,
  ...field
}: TextFieldProps): ReactNode {
  return <TextInput {...useField(field)} type={type} autoComplete={autoComplete} maxLength={maxLength} />;
}

/** Several lines of text; grows with what is written. */
export function AreaField({ rows = 3, ...field }: FieldProps & { rows?: number }): ReactNode {
  return <Textarea {...useField(field)} rows={rows} />;
}

/** A password; may be pasted, may be shown. */
export function PasswordField({ autoComplete, ...field }: FieldProps & { autoComplete: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...useField(field)}
      autoComplete={autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[];
  /** What stands in the list when nothing is chosen. */
  none?: string;
}

/** One of a list. A native list: works with every keyboard, screen reader and telephone. */
export function SelectField({ choices, none, ...field }: SelectFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <NativeSelect {...useField(field)}>
      <option value="">{none ?? t('form.choose')}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  );
}

interface ChoicesFieldProps extends FieldProps {
  choices: readonly Choice[];
  /** Whether several may be chosen. */
  several?: boolean;
}

/** One or several of a few, all in sight. */
export function ChoicesField({ path, label, hint, choices, several }: ChoicesFieldProps): ReactNode {
  const { values, problems, set } = useForm();
  const error = problemAt(problems, path);
  const id = controlId(path);
  const chosen = several ? codesAt(values, path) : [textAt(values, path)];
  const change = (value: string, on: boolean): void => {
    if (!several) set(path, value);
    else set(path, on ? [...chosen, value] : chosen.filter((one) => one !== value));
  };
  return (
    <fieldset
      className={error ? 'fieldset field-in-error' : 'fieldset'}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="choices">
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              id={index === 0 ? id : undefined}
              type={several ? 'checkbox' : 'radio'}
              name={id}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              onChange={(event) => change(choice.value, event.currentTarget.checked)}
            />
            <span className="choice-text">
              {choice.label}
              {choice.hint ? <small>{choice.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
