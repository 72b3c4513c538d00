import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../cases/case-file-document.ts';
import { formatPartialDate } from '../../format/dates.ts';
import { formatNumber } from '../../format/numbers.ts';
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { When } from '../../ui/when.tsx';
import './entry-changes.css';

export type FieldChange = Entry['changes'][number];
type Said = NonNullable<FieldChange['before']>;

/** The catalog key of an entry's heading: what only fills in what was not known is no correction. */
export function headingOf({ kind, changes }: Pick<Entry, 'kind' | 'changes'>): string {
  const filledIn = kind === 'AMENDED' && changes.length > 0 && changes.every(({ before }) => before === null);
  return filledIn ? 'entryChanges.filledIn' : `entry.${kind}`;
}

/** A value of an enum in words, by the field that it stands in. */
function choiceIn(t: TFunction, field: string, value: string): string {
  const group = field === 'type' ? 'type' : field === 'subject.sex' ? 'sex' : 'answer';
  return t(`${group}.${value}`);
}

function moneyIn(text: string): string {
  const [amount = '', currency = ''] = text.split(' ');
  return `${formatNumber(Number(amount))} ${currency}`;
}

function shown(
  { field, kind }: FieldChange,
  { text, precision }: Said,
  t: TFunction,
  language: Language,
  zone: string,
): ReactNode {
  switch (kind) {
    case 'CHOICE':
      return choiceIn(t, field, text);
    case 'DATE':
      return formatPartialDate({ date: text, precision: precision ?? 'DAY' }, language);
    case 'INSTANT':
      return <When at={text} zone={zone} />;
    case 'NUMBER':
      return formatNumber(Number(text));
    case 'MONEY':
      return moneyIn(text);
    default:
      return text;
  }
}

function ChangedField({ change, zone }: { change: FieldChange; zone: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { field, before, after, afterIsKept } = change;
  const value = (said: Said): ReactNode => shown(change, said, t, language, zone);
  return (
    <div className="change">
      <dt>{field === 'type' ? t('entryChanges.type') : t(`field.${field}`, { defaultValue: field })}</dt>
      <dd>
        <span className="visually-hidden">{t('entryChanges.before')} </span>
        {before ? <del>{value(before)}</del> : <span className="soft">{t('entryChanges.notKnown')}</span>}
        {afterIsKept ? (
          <>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden">{t('entryChanges.after')} </span>
            {after ? <ins>{value(after)}</ins> : <span className="soft">{t('entryChanges.takenAway')}</span>}
          </>
        ) : null}
      </dd>
    </div>
  );
}

/** Each field that was corrected or filled in: what it said before → what it says since. */
function ChangedFields({ changes, zone }: { changes: readonly FieldChange[]; zone: string }): ReactNode {
  if (changes.length === 0) return null;
  return (
    <dl className="changes">
      {changes.map((change, at) => (
        // The cause of a case stands twice when its type changed: in the list of the one type and of the other.
        <ChangedField key={`${change.field} ${at}`} change={change} zone={zone} />
      ))}
    </dl>
  );
}

type Shown = Pick<Entry, 'changes' | 'outcome' | 'toStatus'>;

/** What an entry did to the case: the fields that it changed, and how the case ended or had ended. */
export function EntryChanges({ entry, zone }: { entry: Shown; zone: string }): ReactNode {
  const { t } = useTranslation();
  const ends = entry.toStatus === 'RESOLVED' || entry.toStatus === 'CLOSED';
  return (
    <>
      {entry.outcome ? (
        <p className="entry-outcome">
          <span className="soft">{t(ends ? 'field.outcome' : 'entryChanges.formerOutcome')}:</span>{' '}
          {entry.outcome.label}
        </p>
      ) : null}
      <ChangedFields changes={entry.changes} zone={zone} />
    </>
  );
}
