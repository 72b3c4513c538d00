import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { isMoney, isPartialDate, labelOf, recordValueIn } from '../../cases/case-values.ts';
import { useShape, type RecordField } from '../../cases/type-records.ts';
import { formatDateInFull, formatPartialDate } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Section } from '../../ui/section.tsx';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import { When } from '../../ui/when.tsx';

function RecordPanel({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = file.mission.timeZone;
  const reading = (field: RecordField): ReactNode => {
    const value = recordValueIn(file, field);
    if (field.kind === 'MONEY') return isMoney(value) ? `${value.amount} ${value.currency.code}` : null;
    if (field.kind === 'PARTIAL_DATE')
      return isPartialDate(value) ? formatPartialDate(value, language) : null;
    if (field.kind === 'NUMBER') return typeof value === 'number' ? String(value) : null;
    const text = labelOf(value);
    if (text === null) return null;
    if (field.kind === 'DATE') return formatDateInFull(text, language);
    if (field.kind === 'INSTANT') return <When at={text} zone={zone} />;
    return field.kind === 'YES_NO' ? t(`answer.${text}`) : text;
  };
  const rows = (useShape(file.type)?.fields ?? []).map((field) => ({
    label: t(`field.${field.labelKey}`),
    value: reading(field),
  }));
  return (
    <Section name="record" title={t(`type.${file.type}`)}>
      <SummaryList rows={rows} />
    </Section>
  );
}

/** What is known of the case. */
export function CaseSummary({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { subject, mission } = file;
  const own = [subject.clan, subject.patronymic, subject.given].filter(Boolean).join(' ');
  const latin = [subject.latinSurname, subject.latinGiven].filter(Boolean).join(' ');
  const person: SummaryRow[] = [
    { label: t('caseFile.fullName'), value: own || t('case.unnamed') },
    { label: t('caseFile.latinName'), value: latin || null },
    { label: t('field.subject.sex'), value: t(`sex.${subject.sex}`) },
    { label: t('field.subject.birth'), value: formatPartialDate(subject.birth, language) },
  ];
  const event: SummaryRow[] = [
    { label: t('field.summary'), value: file.summary },
    { label: t('field.hostCountry'), value: [file.hostCountry.label, file.place].filter(Boolean).join(', ') },
    {
      label: t('field.occurred'),
      value: formatPartialDate(file.occurred, language) ?? t('form.dateUnknown'),
    },
    { label: t('field.awareAt'), value: <When at={file.awareAt} zone={mission.timeZone} /> },
    { label: t('caseFile.registeredAt'), value: <When at={file.registeredAt} zone={mission.timeZone} /> },
    { label: t('field.source'), value: file.source.label },
    { label: t('caseFile.owner'), value: file.owner?.name ?? null },
  ];
  if (file.closedOn)
    event.push({ label: t('caseFile.closedOn'), value: formatDateInFull(file.closedOn, language) });
  if (file.outcome) event.push({ label: t('field.outcome'), value: file.outcome.label });
  return (
    <>
      <div className="stack case-facts">
        <Section name="person" title={t('caseFile.person')}>
          <SummaryList rows={person} />
        </Section>
        <RecordPanel file={file} />
      </div>
      <div className="stack case-event">
        <Section name="event" title={t('caseFile.event')}>
          <SummaryList rows={event} />
        </Section>
      </div>
    </>
  );
}
