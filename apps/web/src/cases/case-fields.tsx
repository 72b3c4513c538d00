import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseType } from '../enums.ts';
import { sexes } from '../enums.ts';
import { choicesOf, useCodeLists, useCountries } from '../session/reference.ts';
import { AreaField, ChoicesField, SelectField, TextField } from '../ui/form/fields.tsx';
import { DateFields } from '../ui/form/date-fields.tsx';
import { listsOf, typeRecords, type RecordField } from './type-records.ts';

type Lists = NonNullable<ReturnType<typeof useCodeLists>['data']>['codeLists'] | undefined;

function RecordControl({ field, lists }: { field: RecordField; lists: Lists }): ReactNode {
  const { t } = useTranslation();
  const shared = {
    path: field.path,
    label: t(`field.${field.path}`),
    hint: field.cause ? t('fileCase.causeHint') : undefined,
  };
  if (field.kind === 'text') return <TextField {...shared} />;
  if (field.kind === 'date') return <DateFields {...shared} />;
  if (field.kind === 'yesNoUnknown') {
    const choices = (['YES', 'NO', 'UNKNOWN'] as const).map((value) => ({
      value,
      label: t(`answer.${value}`),
    }));
    return <SelectField {...shared} choices={choices} />;
  }
  const choices = choicesOf(lists, field.list ?? '');
  return field.kind === 'codes' ? (
    <ChoicesField {...shared} choices={choices} several />
  ) : (
    <SelectField {...shared} choices={choices} />
  );
}

/** The fields of a type's record: the cause and what is known early first, the rest folded away. */
export function RecordFields({ type }: { type: CaseType }): ReactNode {
  const { t } = useTranslation();
  const lists = useCodeLists(listsOf(type)).data?.codeLists;
  const { fields } = typeRecords[type];
  const early = fields.filter((field) => field.cause || field.early);
  const later = fields.filter((field) => !field.cause && !field.early);
  return (
    <>
      <div className="fields">
        {early.map((field) => (
          <RecordControl key={field.path} field={field} lists={lists} />
        ))}
      </div>
      {later.length ? (
        <details className="more">
          <summary>{t('fileCase.more')}</summary>
          <div className="fields-two">
            {later.map((field) => (
              <RecordControl key={field.path} field={field} lists={lists} />
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

/** From whom the mission has it, and the case in one line. */
export function ReportFields(): ReactNode {
  const { t } = useTranslation();
  const lists = useCodeLists(['SOURCE']).data?.codeLists;
  return (
    <>
      <SelectField path="source" label={t('field.source')} choices={choicesOf(lists, 'SOURCE')} />
      <AreaField path="summary" label={t('field.summary')} hint={t('field.summaryHint')} rows={2} />
    </>
  );
}
