import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** A few words above the heading. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Controls that belong to the whole page. */
  actions?: ReactNode;
  /** Whether the page shows an error, which its title then says first. */
  inError?: boolean;
  /** One line, for pages whose matter begins at once. */
  dense?: boolean;
}

/** The heading of a page, and its title in the browser. */
export function PageHead({ title, eyebrow, lead, actions, inError, dense }: Props): ReactNode {
  const { t } = useTranslation();
  const full = `${inError ? t('problem.titlePrefix') : ''}${title} · ${t('app.name')}`;
  useEffect(() => {
    document.title = full;
  }, [full]);
  return (
    <div className={dense ? 'page-head page-head-dense' : 'page-head'}>
      <div className="page-head-text">
        {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
        <h1 tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {lead ? <div className="soft">{lead}</div> : null}
      </div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
