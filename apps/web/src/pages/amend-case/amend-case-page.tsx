import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceFields, RecordFields, ReportFields, SubjectFields } from '../../cases/case-fields.tsx';
import { caseFileDocument, type CaseFileData } from '../../cases/case-file-document.ts';
import { partialDateOf, recordProblems } from '../../cases/case-input.ts';
import { valuesOf } from '../../cases/case-values.ts';
import { shapeOf, useCaseTypes, type TypeShape } from '../../cases/type-records.ts';
import { DraftRestored, WayOut } from '../../drafts/draft-state.tsx';
import { paths } from '../../paths.ts';
import { useAnswer } from '../../session/answers.ts';
import { Answer } from '../../ui/answer.tsx';
import { AreaField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { NotSent } from '../../ui/form/not-sent.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Stale } from '../case-file/act-panel.tsx';
import { useCaseAct } from '../case-file/use-case-act.ts';
import { NotFoundPage } from '../problems/not-found-page.tsx';
import { amendCaseDocument, amendInput } from './amend-input.ts';

function AmendForm({ file, shape }: { file: CaseFileData; shape: TypeShape }): ReactNode {
  const { t } = useTranslation();
  // What the case said when the form was opened: the corrections are told apart from it.
  const [before] = useState(() => valuesOf(file, shape));
  const act = useCaseAct({ document: amendCaseDocument, act: 'amend', file, fresh: () => before });
  const { form, failure, stale, busy, send } = act;
  const submit = (): void => {
    const { values } = form;
    const found = recordProblems(shape, values, file.mission.timeZone);
    if (!textAt(values, 'summary').trim()) found.push({ field: 'summary', key: 'fileCase.missing.summary' });
    if (partialDateOf(values, 'occurred') === null)
      found.push({ field: 'occurred', key: 'fileCase.badDate' });
    if (partialDateOf(values, 'subject.birth') === null)
      found.push({ field: 'subject.birth', key: 'fileCase.badDate' });
    if (!textAt(values, 'reason').trim()) found.push({ field: 'reason', key: 'amend.missing.reason' });
    const input = found.length ? null : amendInput(file, shape, before, values);
    if (!found.length && input === null) found.push({ field: 'reason', key: 'amend.nothingChanged' });
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
      {stale ? <Stale /> : null}
      <NotSent failure={failure} busy={busy} again={submit} />
      <Form
        state={form}
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
        <section className="panel" aria-label={t(`type.${file.type}`)}>
          <h2>{t(`type.${file.type}`)}</h2>
          <div className="fields">
            <RecordFields type={file.type} />
          </div>
        </section>
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
            <ReportFields type={file.type} />
          </div>
        </section>
        <section className="panel" aria-label={t('field.reason')}>
          <AreaField path="reason" label={t('field.reason')} hint={t('amend.reasonHint')} rows={2} />
        </section>
      </Form>
    </div>
  );
}

/** Corrects what a case says; the timeline keeps what it said before. */
export function AmendCasePage(): ReactNode {
  const { caseNo } = useParams({ from: `/inside${paths.amendCase}` });
  const answer = useAnswer(caseFileDocument, { caseNo, first: 100, after: null });
  const types = useCaseTypes();
  return (
    <Answer of={types}>
      {({ caseTypes }) => (
        <Answer of={answer}>
          {({ caseFile }) => {
            const shape = shapeOf(caseTypes, caseFile?.type);
            return caseFile && shape ? <AmendForm file={caseFile} shape={shape} /> : <NotFoundPage />;
          }}
        </Answer>
      )}
    </Answer>
  );
}
