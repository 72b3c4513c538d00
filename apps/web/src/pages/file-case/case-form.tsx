import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceFields, RecordFields, ReportFields, SubjectFields } from '../../cases/case-fields.tsx';
import { typeOf } from '../../cases/case-input.ts';
import { DraftState } from '../../drafts/draft-state.tsx';
import type { DraftForm } from '../../drafts/use-draft.ts';
import { caseTypes } from '../../enums.ts';
import { ChoicesField } from '../../ui/form/fields.tsx';
import { DateFields } from '../../ui/form/date-fields.tsx';
import { Form } from '../../ui/form/form.tsx';

interface Props {
  draft: DraftForm;
  check: () => void;
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="fields">{children}</div>
    </section>
  );
}

/** The form of a new case. Most of a minute goes into the last line, the case in one sentence. */
export function CaseForm({ draft, check }: Props): ReactNode {
  const { t } = useTranslation();
  const type = typeOf(draft.values);
  return (
    <Form
      state={draft}
      submit={t('fileCase.check')}
      busy={false}
      onSubmit={check}
      beside={<DraftState of={draft} />}
    >
      <Section title={t('fileCase.section.what')}>
        <ChoicesField
          path="type"
          label={t('field.type')}
          choices={caseTypes.map((value) => ({
            value,
            label: t(`type.${value}`),
            hint: t(`typeHint.${value}`),
          }))}
        />
        {type ? <RecordFields type={type} /> : null}
      </Section>
      <Section title={t('fileCase.section.who')}>
        <p className="hint">{t('fileCase.unnamedHint')}</p>
        <SubjectFields />
      </Section>
      <Section title={t('fileCase.section.where')}>
        <PlaceFields />
      </Section>
      <Section title={t('fileCase.section.report')}>
        <DateFields path="awareAt" label={t('field.awareAt')} hint={t('field.awareAtHint')} withTime />
        <ReportFields type={type} />
      </Section>
    </Form>
  );
}
