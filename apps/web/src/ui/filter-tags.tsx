import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FilterTag {
  key: string;
  label: string;
  remove: () => void;
}

/** The filters that are on, each to be taken off by itself; they stay in sight with the list. */
export function FilterTags({ tags, clear }: { tags: readonly FilterTag[]; clear: () => void }): ReactNode {
  const { t } = useTranslation();
  if (tags.length === 0) return null;
  return (
    <ul className="filter-tags" aria-label={t('filter.on')}>
      {tags.map((tag) => (
        <li key={tag.key}>
          <button type="button" className="filter-tag" onClick={tag.remove}>
            {tag.label}
            <span aria-hidden="true">×</span>
            <span className="visually-hidden">{t('filter.remove')}</span>
          </button>
        </li>
      ))}
      {tags.length > 1 ? (
        <li>
          <button type="button" className="filter-tag" onClick={clear}>
            {t('filter.clear')}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
