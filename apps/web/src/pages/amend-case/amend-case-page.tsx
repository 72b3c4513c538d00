import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceFields, RecordFields, ReportFields, SubjectFields } from '../../cases/case-fields.tsx';
import { caseFileDocument, type CaseFileData } from '../../cases/case-file-document.ts';
import {
  type DraftProblem,
  instantAt,
  partialDateOf,
  recordProblems,
  typeOf,
} from '../../cases/case-input.ts';
import { valuesOf } from '../../cases/case-values.ts';
import { shapeOf, useCaseTypes, type CaseTypes } from '../../cases/type-records.ts';
import { DraftRestored, WayOut } from '../../drafts/draft-state.tsx';
import type { DraftForm } from '../../drafts/use-draft.ts';
import { caseTypes, type CaseType } from '../../enums.ts';
import { paths } from '../../paths.ts';
import { useAnswer } from '../../session/answers.ts';
import type { DraftValues } from '../../session/drafts.ts';
import { Answer } from '../../ui/answer.tsx';
import { DateFields } from '../../ui/form/date-fields.tsx';
import { AreaField, SelectField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { type FormState, textAt } from '../../ui/form/form-state.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { StaleNotice } from '../case-file/stale-notice.tsx';
import { useCaseAct } from '../case-file/use-case-act.ts';
import { NotFoundPage } from '../problems/not-found-page.tsx';
import { amendCaseDocument, amendInput, changesWhatWasSaid } from './amend-input.ts';

/** What kind of case it is, and the fields of that type. */
function TypeSection({ was, type }: { was: CaseType; type: CaseType }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t(`type.${type}`)}>
      <h2>{t(`type.${type}`)}</h2>
      <div className="fields">
        <SelectField
          path="type"
          label={t('amend.type')}
          choices={caseTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        {type === was ? null : <p className="notice">{t('amend.typeChanged')}</p>}
        <RecordFields key={type} type={type} />
      </div>
    </section>
  );
}

/** Why it is corrected, where something that was said changes. */
function ReasonSection({ needed }: { needed: boolean }): ReactNode {
  const { t } = useTranslation();
  if (!needed) return <p className="soft">{t('amend.noReason')}</p>;
  return (
    <section className="panel" aria-label={t('field.reason')}>
      <AreaField path="reason" label={t('field.reason')} hint={t('amend.reasonHint')} rows={2} />
    </section>
  );
}

/** The reason stays where it was asked for or begun, also by the server. */
function needsReason(before: DraftValues, { values, problems }: FormState): boolean {
  const asked = problems.some(({ field }) => field === 'reason') || textAt(values, 'reason') !== '';
  return asked || changesWhatWasSaid(before, values);
}

/** Two types can both have their cause chosen directly, each from a list of its own: another type begins without one. */
function withCauseOf(was: CaseType, before: DraftValues, set: FormState['set']): FormState['set'] {
  return (path, value) => {
    set(path, value);
    if (path === 'type') set('cause', value === was ? textAt(before, 'cause') : '');
  };
}

/** What must be mended before the correction can be sent. */
function amendProblems(
  file: CaseFileData,
  types: CaseTypes,
  before: DraftValues,
  values: DraftValues,
): DraftProblem[] {
  const shape = shapeOf(types, typeOf(values) ?? file.type);
  const found = shape ? recordProblems(shape, values, file.mission.timeZone) : [];
  if (!textAt(values, 'summary').trim()) found.push({ field: 'summary', key: 'fileCase.missing.summary' });
  for (const field of ['occurred', 'subject.birth'])
    if (partialDateOf(values, field) === null) found.push({ field, key: 'fileCase.badDate' });
  if (!instantAt(values, 'awareAt', file.mission.timeZone))
    found.push({ field: 'awareAt', key: 'fileCase.badInstant' });
  if (changesWhatWasSaid(before, values) && !textAt(values, 'reason').trim())
    found.push({ field: 'reason', key: 'amend.missing.reason' });
  return found;
}

/** Everything that can be corrected. */
function AmendFields({ file, form }: { file: CaseFileData; form: DraftForm }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TypeSection was={file.type} type={typeOf(form.values) ?? file.type} />
      <section className="panel" aria-label={t('fileCase.section.who')}>
        <h2>{t('fileCase.section.who')}</h2>
        <div className="fields">
          <SubjectFields />
        </div>
      </section>
      <section className="panel" aria-label={t('fileCase.section.where')}>
        <h2>{t('fileCase.section.where')}</h2>
        <div className="fields">
          <PlaceFields />
          <DateFields path="awareAt" label={t('field.awareAt')} hint={t('field.awareAtHint')} withTime />
          <ReportFields type={typeOf(form.values) ?? file.type} />
        </div>
      </section>
      <ReasonSection needed={needsReason(form.began, form)} />
    </>
  );
}

interface AmendProps {
  file: CaseFileData;
  types: CaseTypes;
}

function AmendForm({ file, types }: AmendProps): ReactNode {
  const { t } = useTranslation();
  const fresh = () => valuesOf(file, types);
  const act = useCaseAct({ document: amendCaseDocument, act: 'amend', file, fresh });
  const { form, failure, since, busy, send, version } = act;
  // What the case said when the form was opened: the corrections are told apart from it.
  const before = form.began;
  const submit = (): void => {
    const found = amendProblems(file, types, before, form.values);
    const input = found.length ? null : amendInput({ ...file, version }, types, before, form.values);
    if (!found.length && input === null) found.push({ field: 'type', key: 'amend.nothingChanged' });
    form.setProblems(found.map(({ field, key }) => ({ field, message: t(key) })));
    if (input) void send(input);
  };
  return (
    <div className="narrow-page stack">
      <PageHead
        eyebrow={file.caseNo}
        title={t('amend.title')}
        lead={t('amend.lead')}
        inError={form.problems.length > 0}
      />
      <DraftRestored of={form} />
      {since ? <StaleNotice since={since} zone={file.mission.timeZone} /> : null}
      <NotSent failure={failure} busy={busy} again={submit} />
      {form.ready ? (
        <Form
          state={{ ...form, set: withCauseOf(file.type, before, form.set) }}
          submit={t('amend.submit')}
          busy={busy}
          onSubmit={submit}
          beside={
            <WayOut of={form}>
              {(text) => (
                <Link to={paths.caseFile} params={{ caseNo: file.caseNo }}>
                  {text}
                </Link>
              )}
            </WayOut>
          }
        >
          <AmendFields file={file} form={form} />
        </Form>
      ) : (
        <Waiting />
      )}
    </div>
  );
}

/** Corrects what a case says; the timeline keeps what it said before. */
export function AmendCasePage(): ReactNode {
  const { caseNo } = useParams({ from: `/inside${paths.amendCase}` });
  const answer = useAnswer(caseFileDocument, { caseNo, first: 100, after: null });
  const shapes = useCaseTypes();
  return (
    <Answer of={shapes}>
      {({ caseTypes: types }) => (
        <Answer of={answer}>
          {({ caseFile }) => (caseFile ? <AmendForm file={caseFile} types={types} /> : <NotFoundPage />)}
        </Answer>
      )}
    </Answer>
  );
}
