import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { instantAt } from '../../cases/case-input.ts';
import { writtenEntryKinds } from '../../enums.ts';
import { serverNow } from '../../format/server-clock.ts';
import { wallClock } from '../../format/zones.ts';
import { AreaField, SelectField } from '../../ui/form/fields.tsx';
import { DateFields } from '../../ui/form/date-fields.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { ActPanel } from './act-panel.tsx';
import { addEntryDocument } from './acts.ts';
import { useCaseAct } from './use-case-act.ts';

/** An instant in the parts in which the form holds it, to the minute. */
function partsAt(instant: string, zone: string): Record<string, string> {
  const { date, time } = wallClock(instant, zone);
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    'at.year': year,
    'at.month': String(Number(month)),
    'at.day': String(Number(day)),
    'at.time': time,
  };
}

/** A note of this moment; the moment itself too, since the form shows it to the minute only. */
function freshNote(zone: string): Record<string, string> {
  const opened = serverNow().toISOString();
  return { kind: 'NOTE', opened, ...partsAt(opened, zone) };
}

/** Adds a note, or an act that was done, to the timeline. */
export function AddEntryForm({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const zone = file.mission.timeZone;
  const fresh = () => freshNote(zone);
  const act = useCaseAct({ document: addEntryDocument, act: 'note', file, fresh });
  const { form, send } = act;
  const submit = (): void => {
    const kind = writtenEntryKinds.find((one) => one === textAt(form.values, 'kind'));
    const typed = instantAt(form.values, 'at', zone);
    const opened = textAt(form.values, 'opened');
    // Left as it was, the time keeps its seconds: what is entered next to the filing does not come before it.
    const at = typed && opened.startsWith(typed.slice(0, 16)) ? opened : typed;
    const text = textAt(form.values, 'text').trim();
    const problems = [
      ...(kind ? [] : [{ field: 'kind', message: t('entryForm.missing.kind') }]),
      ...(at ? [] : [{ field: 'at', message: t('fileCase.badInstant') }]),
      ...(text ? [] : [{ field: 'text', message: t('entryForm.missing.text') }]),
    ];
    form.setProblems(problems);
    if (kind && at && text) void send({ id: form.id, caseId: file.id, kind, at, text });
  };
  return (
    <ActPanel
      title={t('caseFile.act.note')}
      submit={t('entryForm.submit')}
      file={file}
      act={act}
      onSubmit={submit}
    >
      <SelectField
        path="kind"
        label={t('field.kind')}
        choices={writtenEntryKinds.map((value) => ({ value, label: t(`entry.${value}`) }))}
      />
      <DateFields path="at" label={t('field.at')} hint={t('field.awareAtHint')} withTime />
      <AreaField path="text" label={t('field.text')} rows={4} />
    </ActPanel>
  );
}
