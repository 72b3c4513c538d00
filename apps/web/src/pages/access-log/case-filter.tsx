import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseNoShape } from './access-log-search.ts';

interface Props {
  /** A reference, or empty. */
  caseNo: string;
  set: (caseNo: string) => void;
}

const example = 'SEL-2026-00042';

/** A case by its reference, as it is written in letters and read out on the telephone. */
export function CaseFilter({ caseNo, set }: Props): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(caseNo);
  const [wrong, setWrong] = useState(false);
  const [before, setBefore] = useState(caseNo);
  // A tag taken off empties the box too.
  if (before !== caseNo) {
    setBefore(caseNo);
    setTyped(caseNo);
    setWrong(false);
  }
  const find = (): void => {
    const asked = typed.trim().toUpperCase();
    const good = asked === '' || caseNoShape.test(asked);
    setWrong(!good);
    if (good) set(asked);
  };
  return (
    <form
      className="log-case"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        find();
      }}
    >
      <TextInput
        label={t('log.filter.case')}
        placeholder={example}
        error={wrong ? t('log.caseHint', { text: example }) : undefined}
        maxLength={40}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('log.findCase')}
      </Button>
    </form>
  );
}
