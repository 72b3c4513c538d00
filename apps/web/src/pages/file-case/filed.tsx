import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';

interface Props {
  caseNo: string;
  /** The answers were changed after the case had arrived. */
  changedSince: boolean;
  again: () => void;
}

/** The case is filed: its reference, and what comes next. */
export function Filed({ caseNo, changedSince, again }: Props): ReactNode {
  const { t } = useTranslation();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.querySelector('h1')?.focus(), []);
  return (
    <div className="narrow-page stack" ref={top}>
      <PageHead title={t('filed.title')} />
      <div className="notice notice-good">
        <p>{t('filed.reference')}</p>
        <p className="filed-reference">{caseNo}</p>
      </div>
      {changedSince ? (
        <div className="notice notice-warning">
          <p>{t('filed.changedSince')}</p>
          <p>
            <Link to={paths.amendCase} params={{ caseNo }}>
              {t('filed.correct')}
            </Link>
          </p>
        </div>
      ) : null}
      <p>{t('filed.next')}</p>
      <div className="row">
        <LinkButton to={paths.caseFile} params={{ caseNo }}>
          {t('filed.open')}
        </LinkButton>
        <Button variant="default" onClick={again}>
          {t('filed.again')}
        </Button>
        <Link to={paths.worklist}>{t('filed.worklist')}</Link>
      </div>
    </div>
  );
}
