import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseType } from '../enums.ts';
import { sexes } from '../enums.ts';
import { choicesOf, useCodeLists, useCountries } from '../session/reference.ts';
import { AreaField, ChoicesField, SelectField, TextField } from '../ui/form/fields.tsx';
import { DateFields } from '../ui/form/date-fields.tsx';
import { codesAt, useForm } from '../ui/form/form-state.ts';
import { listsOf, useShape, type RecordField } from './type-records.ts';

type Lists = NonNullable<ReturnType<typeof useCodeLists>['data']>['codeLists'] | undefined;

const answers = ['YES', 'NO', 'UNKNOWN'] as const;

function RecordControl({ field, lists }: { field: RecordField; lists: Lists }): ReactNode {
  const { t } = useTranslation();
  const label = t(`field.${field.labelKey}`);
  const hint = field.cause ? t('fileCase.causeHint') : undefined;
  const shared = { path: field.path, label, hint };
  switch (field.kind) {
    case 'CODE':
      return <SelectField {...shared} choices={choicesOf(lists, field.list ?? '')} />;
    case 'CODES':
      return <ChoicesField {...shared} choices={choicesOf(lists, field.list ?? '')} several />;
    case 'LONG_TEXT':
      return <AreaField {...shared} />;
    case 'DATE':
      return <DateFields {...shared} />;
    case 'PARTIAL_DATE':
      return <DateFields {...shared} hint={t('form.partialHint')} />;
    case 'INSTANT':
      return <DateFields {...shared} withTime />;
    case 'YES_NO':
      return (
        <SelectField {...shared} choices={answers.map((value) => ({ value, label: t(`answer.${value}`) }))} />
      );
    case 'MONEY':
      return (
        <div className="fields-two">
          <TextField path={`${field.path}.amount`} label={`${label}: ${t('form.amount')}`} hint={hint} />
          <SelectField
            path={`${field.path}.currency`}
            label={`${label}: ${t('form.currency')}`}
            choices={choicesOf(lists, 'CURRENCY')}
          />
        </div>
      );
    default:
      return <TextField {...shared} />;
  }
}

/** A control, and under it the question whether something unlikely is right, once the server has asked it. */
function RecordEntry(props: { field: RecordField; lists: Lists }): ReactNode {
  const { t } = useTranslation();
  const { values, problems } = useForm();
  const { path } = props.field;
  const asked = problems.some(({ field, unlikely }) => unlikely && field === path);
  return (
    <>
      <RecordControl {...props} />
      {asked || codesAt(values, 'sure').includes(path) ? (
        <ChoicesField
          path="sure"
          label={t('form.sureLabel')}
          choices={[{ value: path, label: t('form.sure') }]}
          several
        />
      ) : null}
    </>
  );
}

/** The fields of a type's record: the cause and what is known early first, the rest folded away. */
export function RecordFields({ type }: { type: CaseType }): ReactNode {
  const { t } = useTranslation();
  const shape = useShape(type);
  const lists = useCodeLists(listsOf(shape)).data?.codeLists;
  const fields = shape?.fields ?? [];
  const early = fields.filter((field) => field.early);
  const later = fields.filter((field) => !field.early);
  return (
    <>
      <div className="fields">
        {early.map((field) => (
          <RecordEntry key={field.path} field={field} lists={lists} />
        ))}
      </div>
      {later.length ? (
        <details className="more">
          <summary>{t('fileCase.more')}</summary>
          <div className="fields-two">
            {later.map((field) => (
              <RecordEntry key={field.path} field={field} lists={lists} />
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

/** Who it happened to, as far as it is known. */
export function SubjectFields(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="fields-two">
        <TextField path="subject.patronymic" label={t('field.subject.patronymic')} />
        <TextField path="subject.given" label={t('field.subject.given')} />
      </div>
      <SelectField
        path="subject.sex"
        label={t('field.subject.sex')}
        choices={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
      />
      <details className="more">
        <summary>{t('fileCase.moreNames')}</summary>
        <div className="fields">
          <div className="fields-two">
            <TextField path="subject.latinSurname" label={t('field.subject.latinSurname')} />
            <TextField path="subject.latinGiven" label={t('field.subject.latinGiven')} />
            <TextField path="subject.clan" label={t('field.subject.clan')} />
          </div>
          <DateFields path="subject.birth" label={t('field.subject.birth')} hint={t('form.partialHint')} />
        </div>
      </details>
    </>
  );
}

/** Where it happened, and when. */
export function PlaceFields(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <div className="fields-two">
        <SelectField path="hostCountry" label={t('field.hostCountry')} choices={useCountries()} />
        <TextField path="place" label={t('field.place')} hint={t('field.placeHint')} />
      </div>
      <DateFields path="occurred" label={t('field.occurred')} hint={t('form.partialHint')} />
    </>
  );
}

/** From whom the mission has it, and the case in one line. Who cannot have told of such a case is not offered. */
export function ReportFields({ type }: { type?: CaseType | undefined }): ReactNode {
  const { t } = useTranslation();
  const lists = useCodeLists(['SOURCE']).data?.codeLists;
  const notToldBy = useShape(type)?.notToldBy ?? [];
  const sources = choicesOf(lists, 'SOURCE').filter(({ value }) => !notToldBy.includes(value));
  return (
    <>
      <SelectField path="source" label={t('field.source')} choices={sources} />
      <AreaField path="summary" label={t('field.summary')} hint={t('field.summaryHint')} rows={2} />
    </>
  );
}
