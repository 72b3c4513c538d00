import { useDraft, type DraftForm } from '../../drafts/use-draft.ts';
import { serverNow } from '../../format/server-clock.ts';
import { ulaanbaatar, wallClock } from '../../format/zones.ts';
import { paths } from '../../paths.ts';
import type { DraftValues } from '../../session/drafts.ts';
import type { Me } from '../../session/me.ts';

/** The clock that a person's times are written in: the mission's. */
export function zoneOf(me: Me): string {
  return me.mission?.timeZone ?? ulaanbaatar;
}

function freshValues(me: Me): DraftValues {
  const now = wallClock(serverNow(), zoneOf(me));
  const [year = '', month = '', day = ''] = now.date.split('-');
  const country = me.mission && me.mission.kind !== 'ministry' ? me.mission.country.code : '';
  return {
    hostCountry: country,
    'awareAt.year': year,
    'awareAt.month': String(Number(month)),
    'awareAt.day': String(Number(day)),
    'awareAt.time': now.time,
  };
}

/** The draft of a new case. */
export function useCaseDraft(me: Me): DraftForm {
  return useDraft({ form: 'file', at: paths.fileCase, fresh: () => freshValues(me) });
}
