import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { instantAt } from '../../cases/case-input.ts';
import { writtenEntryKinds } from '../../enums.ts';
import { serverNow } from '../../format/server-clock.ts';
import { uuidv7 } from '../../format/uuid.ts';
import { wallClock } from '../../format/zones.ts';
import { AreaField, SelectField } from '../../ui/form/fields.tsx';
import { DateFields } from '../../ui/form/date-fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { ActPanel, Cancel } from './act-panel.tsx';
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

/** Adds a note, or an act that was done, to the timeline. */
export function AddEntryForm({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const zone = file.mission.timeZone;
  const [id] = useState(() => uuidv7());
  const [opened] = useState(() => serverNow().toISOString());
  const { form, failure, stale, busy, send } = useCaseAct(addEntryDocument, file.caseNo, {
    kind: 'NOTE',
    ...partsAt(opened, zone),
  });
  const submit = (): void => {
    const kind = writtenEntryKinds.find((one) => one === textAt(form.values, 'kind'));
    const typed = instantAt(form.values, 'at', zone);
    // Left as it was, the time keeps its seconds: what is entered next to the filing does not come before it.
    const at = typed && opened.startsWith(typed.slice(0, 16)) ? opened : typed;
    const text = textAt(form.values, 'text').trim();
    const problems = [
      ...(kind ? [] : [{ field: 'kind', message: t('entryForm.missing.kind') }]),
      ...(at ? [] : [{ field: 'at', message: t('fileCase.badInstant') }]),
      ...(text ? [] : [{ field: 'text', message: t('entryForm.missing.text') }]),
    ];
    form.setProblems(problems);
    if (kind && at && text) void send({ id, caseId: file.id, kind, at, text });
  };
  const title = t('caseFile.act.note');
  return (
    <ActPanel title={title} caseNo={file.caseNo} failure={failure} stale={stale}>
      <Form
        state={form}
        submit={t('entryForm.submit')}
        busy={busy}
        onSubmit={submit}
        beside={<Cancel caseNo={file.caseNo} />}
      >
        <SelectField
          path="kind"
          label={t('field.kind')}
          choices={writtenEntryKinds.map((value) => ({ value, label: t(`entry.${value}`) }))}
        />
        <DateFields path="at" label={t('field.at')} hint={t('field.awareAtHint')} withTime />
        <AreaField path="text" label={t('field.text')} rows={4} />
      </Form>
    </ActPanel>
  );
}
