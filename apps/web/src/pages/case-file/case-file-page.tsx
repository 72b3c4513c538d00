import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseFileDocument, type CaseFileData } from '../../cases/case-file-document.ts';
import { paths } from '../../paths.ts';
import { useAnswer } from '../../session/answers.ts';
import { may } from '../../session/permissions.ts';
import { useMe } from '../../session/session.ts';
import { Answer } from '../../ui/answer.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { TypeMark } from '../../ui/type-mark.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { NotFoundPage } from '../problems/not-found-page.tsx';
import type { Act } from './act-form.tsx';
import { CaseSummary } from './case-summary.tsx';
import { Timeline } from './timeline.tsx';
import './case-file.css';

const actForm = () => import('./act-form.tsx');
const ActForm = lazy(actForm);

/** The acts that this person may do on this case as it stands now. */
function useActs(file: CaseFileData): Act[] {
  const me = useMe();
  const moves = file.nextStatuses.filter((status) => status !== 'CLOSED' && status !== 'REOPENED');
  const acts: [Act, boolean][] = [
    ['note', may(me, 'addEntry')],
    ['status', may(me, 'changeStatus') && moves.length > 0],
    ['close', may(me, 'closeCase') && file.nextStatuses.includes('CLOSED')],
    ['reopen', may(me, 'reopenCase') && file.nextStatuses.includes('REOPENED')],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

function ActBar({ file, open }: { file: CaseFileData; open: Act | undefined }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const { caseNo } = file;
  return (
    <nav className="act-bar no-print" aria-label={t('caseFile.acts')}>
      {useActs(file).map((act) => (
        <Link
          key={act}
          to={paths.caseFile}
          params={{ caseNo }}
          search={open === act ? {} : { act }}
          className="act-link"
          aria-expanded={open === act}
          replace
          resetScroll={false}
        >
          {t(`caseFile.act.${act}`)}
        </Link>
      ))}
      {may(me, 'amendCase') ? (
        <Link to={paths.amendCase} params={{ caseNo }} className="act-link">
          {t('caseFile.act.amend')}
        </Link>
      ) : null}
    </nav>
  );
}

function CaseFileView({ file }: { file: CaseFileData }): ReactNode {
  const { t } = useTranslation();
  const { act } = useSearch({ from: `/inside${paths.caseFile}` });
  const acts = useActs(file);
  // An act that has become impossible stays open where somebody writes: what stands in it must not go from before their eyes.
  const [held, setHeld] = useState<Act>();
  if (act && act !== held && acts.includes(act)) setHeld(act);
  const open = act === held ? act : undefined;
  // Forms are no part of the first load, but here before the line may be lost.
  useEffect(() => void actForm().catch(() => undefined), []);
  const closedByOthers = file.status === 'RESOLVED' && !file.nextStatuses.includes('CLOSED');
  return (
    <>
      <div className="case-head">
        <PageHead
          eyebrow={`${file.caseNo} · ${file.mission.label}`}
          title={file.subject.displayName ?? t('case.unnamed')}
          lead={
            <span className="row">
              <StatusTag status={file.status} />
              <span className="case-head-what">
                <TypeMark type={file.type} /> {t(`type.${file.type}`)} · {file.cause.label}
              </span>
              <span>
                {file.hostCountry.label}
                {file.place ? (
                  <>
                    , <bdi>{file.place}</bdi>
                  </>
                ) : null}
              </span>
            </span>
          }
        />
        <ActBar file={file} open={open} />
      </div>
      {file.illustration ? <p className="notice notice-warning">{t('caseFile.illustration')}</p> : null}
      {closedByOthers ? <p className="notice">{t('caseFile.needsSupervisor')}</p> : null}
      {open ? (
        <Suspense fallback={<Waiting />}>
          <ActForm key={open} act={open} file={file} />
        </Suspense>
      ) : null}
      <div className="case-columns">
        <div className="case-work">
          <Timeline file={file} />
        </div>
        <CaseSummary file={file} />
      </div>
    </>
  );
}

/** One case: what is known, what was done, and what can be done next. */
export function CaseFilePage(): ReactNode {
  const { caseNo } = useParams({ from: `/inside${paths.caseFile}` });
  const answer = useAnswer(caseFileDocument, { caseNo, first: 100, after: null });
  return (
    <Answer of={answer}>
      {({ caseFile }) => (caseFile ? <CaseFileView file={caseFile} /> : <NotFoundPage />)}
    </Answer>
  );
}
