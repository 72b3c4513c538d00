import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantAt, partialDateOf, wholeDateOf } from '../../cases/case-input.ts';
import { listsOf, useShape, type RecordField } from '../../cases/type-records.ts';
import type { CaseType } from '../../enums.ts';
import { formatDateInFull, formatPartialDate } from '../../format/dates.ts';
import type { ApiError } from '../../graphql/errors.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { choicesOf, useCodeLists, useCountries, type Labelled } from '../../session/reference.ts';
import { codesAt, textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { When } from '../../ui/when.tsx';

interface Props {
  values: DraftValues;
  type: CaseType;
  zone: string;
  busy: boolean;
  notSent: ApiError | null;
  /** Back to the form, to this field when one is named. */
  change: (field?: string) => void;
  file: () => void;
}

const labelIn = (choices: readonly Labelled[], value: string): string | null =>
  choices.find((choice) => choice.value === value)?.label.trim() ?? null;

/** How each answer reads. */
function useReadings({ values, type, zone }: Pick<Props, 'values' | 'type' | 'zone'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const countries = useCountries();
  const shape = useShape(type);
  const lists = useCodeLists(listsOf(shape)).data?.codeLists;
  const text = (path: string): string | null => textAt(values, path).trim() || null;
  const partial = (path: string): string | null => {
    const date = partialDateOf(values, path);
    return date ? formatPartialDate({ date: date.date ?? null, precision: date.precision }, language) : null;
  };
  const ofRecord = ({ kind, path, list }: RecordField): ReactNode => {
    const choices = choicesOf(lists, list ?? '');
    switch (kind) {
      case 'CODE':
        return labelIn(choices, textAt(values, path));
      case 'CODES':
        return codesAt(values, path)
          .map((code) => labelIn(choices, code))
          .join(', ');
      case 'DATE': {
        const date = wholeDateOf(values, path);
        return date ? formatDateInFull(date, language) : null;
      }
      case 'PARTIAL_DATE':
        return partial(path);
      case 'INSTANT': {
        const at = instantAt(values, path, zone);
        return at ? <When at={at} zone={zone} /> : null;
      }
      case 'YES_NO':
        return text(path) ? t(`answer.${text(path) ?? ''}`) : null;
      case 'MONEY':
        return [text(`${path}.amount`), text(`${path}.currency`)].filter(Boolean).join(' ') || null;
      default:
        return text(path);
    }
  };
  const names = ['clan', 'patronymic', 'given', 'latinSurname', 'latinGiven'];
  const name = names.map((part) => text(`subject.${part}`)).filter(Boolean);
  const aware = instantAt(values, 'awareAt', zone);
  const source = labelIn(choicesOf(lists, 'SOURCE'), textAt(values, 'source'));
  return [
    { path: 'type', value: t(`type.${type}`) as ReactNode },
    ...(shape?.fields ?? []).map((field) => ({
      path: field.path,
      label: t(`field.${field.labelKey}`),
      value: ofRecord(field),
    })),
    { path: 'subject.given', label: t('case.name'), value: name.length ? name.join(' ') : t('case.unnamed') },
    { path: 'subject.sex', value: text('subject.sex') ? t(`sex.${text('subject.sex') ?? ''}`) : null },
    { path: 'subject.birth', value: partial('subject.birth') },
    { path: 'hostCountry', value: labelIn(countries, textAt(values, 'hostCountry')) },
    { path: 'place', value: text('place') },
    { path: 'occurred', value: partial('occurred') ?? t('form.dateUnknown') },
    { path: 'awareAt', value: aware ? <When at={aware} zone={zone} /> : null },
    { path: 'source', value: source },
    { path: 'summary', value: text('summary') },
  ] as { path: string; label?: string; value: ReactNode }[];
}

/** Every answer on one page, each with a way back to its field, before the case is filed. */
export function CheckAnswers(props: Props): ReactNode {
  const { t } = useTranslation();
  const { busy, notSent, change, file } = props;
  const readings = useReadings(props);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector('h1')?.focus({ preventScroll: true }), []);
  const rows = readings.map(({ path, label, value }) => ({
    label: label ?? t(`field.${path}`),
    value,
    action: (
      <button type="button" className="text-button" onClick={() => change(path)}>
        {t('form.change')}
        <span className="visually-hidden"> {label ?? t(`field.${path}`)}</span>
      </button>
    ),
  }));
  return (
    <div className="narrow-page stack" ref={top}>
      <PageHead title={t('fileCase.checkTitle')} lead={t('fileCase.checkLead')} />
      <div className="panel">
        <SummaryList rows={rows} />
      </div>
      <NotSent failure={notSent} busy={busy} again={file} />
      <div className="form-end">
        <Button onClick={file} loading={busy}>
          {t('fileCase.submit')}
        </Button>
        <button type="button" className="text-button" onClick={() => change()}>
          {t('fileCase.back')}
        </button>
      </div>
    </div>
  );
}
