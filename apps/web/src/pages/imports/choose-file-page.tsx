import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '../../format/numbers.ts';
import { uuidv7 } from '../../format/uuid.ts';
import { sendFile } from '../../graphql/client.ts';
import { ApiError } from '../../graphql/errors.ts';
import { paths } from '../../paths.ts';
import { useAct, useAnswer } from '../../session/answers.ts';
import { Failure } from '../../ui/failure.tsx';
import { ChoicesField } from '../../ui/form/fields.tsx';
import { Form } from '../../ui/form/form.tsx';
import { textAt } from '../../ui/form/form-state.ts';
import { controlId, problemAt, problemsOf } from '../../ui/form/problems.ts';
import { useValues } from '../../ui/form/use-values.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { checkImportDocument, profilesDocument } from './import-documents.ts';
import './imports.css';

interface FileFieldProps {
  file: File | null;
  error: string | undefined;
  choose: (file: File | null) => void;
}

function FileField({ file, error, choose }: FileFieldProps): ReactNode {
  const { t } = useTranslation();
  const id = controlId('file');
  return (
    <div className={error ? 'field-in-error' : undefined}>
      <label className="field-label" htmlFor={id}>
        {t('imports.file')}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('imports.fileHint')}
      </p>
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <div className="file-drop">
        <input
          id={id}
          className="file-input"
          type="file"
          accept=".csv,.txt,text/csv"
          aria-describedby={`${id}-hint ${id}-name${error ? ` ${id}-error` : ''}`}
          onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
        />
        <span className="file-button" aria-hidden="true">
          {t('imports.choose')}
        </span>
        <span id={`${id}-name`} className="file-name">
          {file?.name ?? t('imports.noFile')}
        </span>
      </div>
    </div>
  );
}

/** Choose a file and how to read it; it is checked first, and nothing is written before that. */
export function ChooseFilePage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const profiles = useAnswer(profilesDocument, {});
  const form = useValues({});
  const checking = useAct(checkImportDocument);
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const choices = profiles.data?.importProfiles.map(({ name, label }) => ({ value: name, label })) ?? [];
  const profile = textAt(form.values, 'profile') || (choices.length === 1 ? (choices[0]?.value ?? '') : '');

  const check = async (chosen: File): Promise<void> => {
    setFailure(null);
    setSent(0);
    try {
      const fileId = await sendFile(chosen, setSent);
      const id = uuidv7();
      const { checkImport: result } = await checking.mutateAsync({ input: { id, fileId, profile } });
      if (result.__typename === 'Refused') form.setProblems(problemsOf(result.refusals));
      else await navigate({ to: paths.importRun, params: { importId: result.id } });
    } catch (error) {
      if (!form.showRefusals(error)) setFailure(error instanceof ApiError ? error : new ApiError('failed'));
    } finally {
      setSent(null);
    }
  };
  const submit = (): void => {
    form.setProblems([
      ...(file ? [] : [{ field: 'file', message: t('imports.missing.file') }]),
      ...(profile ? [] : [{ field: 'profile', message: t('imports.missing.profile') }]),
    ]);
    if (file && profile) void check(file);
  };
  return (
    <div className="narrow-page stack">
      <PageHead title={t('imports.title')} lead={t('imports.lead')} inError={form.problems.length > 0} />
      {failure ? <Failure error={failure} /> : null}
      {profiles.error ? <Failure error={profiles.error} retry={() => void profiles.refetch()} /> : null}
      <div className="panel">
        <Form
          state={{ ...form, values: { ...form.values, profile } }}
          submit={t('imports.check')}
          busy={sent !== null}
          onSubmit={submit}
          beside={
            <span className="save-state" role="status">
              {sent === null ? '' : t('imports.sending', { share: formatPercent(sent) })}
            </span>
          }
        >
          <FileField file={file} error={problemAt(form.problems, 'file')} choose={setFile} />
          <ChoicesField
            path="profile"
            label={t('imports.profile')}
            hint={t('imports.profileHint')}
            choices={choices}
          />
        </Form>
      </div>
    </div>
  );
}
