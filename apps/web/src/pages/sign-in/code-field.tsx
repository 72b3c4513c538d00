import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../graphql/errors.ts';
import { TextField } from '../../ui/form/fields.tsx';
import { textAt } from '../../ui/form/form-state.ts';

/** Whether the password was right, and a code is what is missing or wrong. */
export function asksForCode(refusals: readonly Refusal[]): boolean {
  return refusals.some(({ code }) => code === 'CODE_NEEDED' || code === 'WRONG_CODE');
}

export const codeOf = (values: Parameters<typeof textAt>[0]): string => textAt(values, 'code').trim();

/** The second step: a one-time code, or a recovery code. */
export function CodeField(): ReactNode {
  const { t } = useTranslation();
  return (
    <TextField
      path="code"
      label={t('factor.code')}
      hint={t('factor.codeHint')}
      autoComplete="one-time-code"
    />
  );
}
