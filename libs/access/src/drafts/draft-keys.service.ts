import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../asking.js';
import { Door } from '../door.service.js';

const KEY_BYTES = 32;

/**
 * The key of each person's drafts. What is half-written lies encrypted on the device where it was written; the key lies
 * here and reaches a device only with that person's session, so that neither the device nor the database opens a draft alone.
 */
@Injectable()
export class DraftKeys {
  constructor(private readonly door: Door) {}

  /** The asking person's own key, 256 random bits, made when it is first needed. Never another's: row-level security. */
  async ownKey(asking: Asking): Promise<Buffer> {
    const { staffId } = asking.actor;
    const [, rows] = await this.door.oneTrip(asking, [
      {
        name: 'access.make_draft_key',
        text: `insert into access.draft_key (staff_id, key)
               select $1::uuid, $2::bytea where not exists (select from access.draft_key where staff_id = $1::uuid)
               on conflict (staff_id) do nothing`,
        values: [staffId, randomBytes(KEY_BYTES)],
      },
      {
        name: 'access.draft_key',
        text: 'select key from access.draft_key where staff_id = $1',
        values: [staffId],
      },
    ]);
    return rows?.[0]?.key as Buffer;
  }
}
