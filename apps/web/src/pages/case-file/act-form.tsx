import type { ReactNode } from 'react';
import type { CaseFileData } from '../../cases/case-file-document.ts';
import { AddEntryForm } from './add-entry-form.tsx';
import { ChangeStatusForm } from './change-status-form.tsx';
import { CloseForm, ReopenForm } from './close-forms.tsx';

/** What can be done on a case without leaving its page. */
export type Act = 'note' | 'status' | 'close' | 'reopen';

/** The form of an act. A chunk of its own: most who read a case write nothing. */
export default function ActForm({ act, file }: { act: Act; file: CaseFileData }): ReactNode {
  if (act === 'note') return <AddEntryForm file={file} />;
  if (act === 'status') return <ChangeStatusForm file={file} />;
  return act === 'close' ? <CloseForm file={file} /> : <ReopenForm file={file} />;
}
