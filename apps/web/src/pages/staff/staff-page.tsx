import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { pageSize, usePages } from '../../session/pages.ts';
import { More } from '../../ui/case-table/more.tsx';
import { Failure } from '../../ui/failure.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { When } from '../../ui/when.tsx';
import { ActiveTag } from './active-tag.tsx';
import { staffDocument, type StaffRow } from './staff-documents.ts';

function Row({ row }: { row: StaffRow }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.staffMember} params={{ staffId: row.id }}>
          {row.name}
        </Link>
      </th>
      <td>{row.email}</td>
      <td data-label={t('staff.role')}>{t(`role.${row.role}`)}</td>
      <td data-label={t('case.mission')}>{row.mission?.label ?? t('staff.noMission')}</td>
      <td>
        <ActiveTag active={row.active} />
      </td>
      <td data-label={t('staff.lastSignIn')}>
        {row.lastSignInAt ? <When at={row.lastSignInAt} /> : t('staff.never')}
      </td>
    </tr>
  );
}

/** Who may sign in, as what, for which mission. */
export function StaffPage(): ReactNode {
  const { t } = useTranslation();
  const list = usePages(staffDocument, { first: pageSize }, (data) => data.staff);
  return (
    <>
      <PageHead
        title={t('staff.title')}
        lead={t('staff.lead')}
        actions={<LinkButton to={paths.newStaff}>{t('staff.new')}</LinkButton>}
      />
      {list.error && !list.rows ? <Failure error={list.error} retry={list.again} /> : null}
      {!list.rows && !list.error ? <Waiting /> : null}
      {list.rows ? (
        <div className="stack">
          <div className="table-wrap">
            <table className="table table-cards">
              <caption className="visually-hidden">{t('staff.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('staff.name')}</th>
                  <th scope="col">{t('signIn.email')}</th>
                  <th scope="col">{t('staff.role')}</th>
                  <th scope="col">{t('case.mission')}</th>
                  <th scope="col">{t('staff.state')}</th>
                  <th scope="col">{t('staff.lastSignIn')}</th>
                </tr>
              </thead>
              <tbody>
                {list.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
          <More
            shown={list.rows.length}
            total={list.total}
            hasMore={list.hasMore}
            busy={list.busy}
            more={list.more}
          />
        </div>
      ) : null}
    </>
  );
}
