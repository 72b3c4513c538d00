import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { When } from '../ui/when.tsx';
import type { Draft } from './draft.ts';
import './drafts.css';

/** What is half-written: the form, the case, and since when. */
export function DraftList({ drafts, linked }: { drafts: readonly Draft[]; linked?: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="draft-list">
      {drafts.map(({ id, form, at, keptAt }) => {
        const caseNo = /^\/cases\/([A-Z]{3}-\d{4}-\d+)/.exec(at)?.[1];
        const title = [t(`draft.${form.split(':')[0] ?? ''}`), caseNo].filter(Boolean).join(' · ');
        return (
          <li key={id}>
            {linked ? <a href={at}>{title}</a> : <strong>{title}</strong>}{' '}
            <span className="soft small">
              <When at={keptAt} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
