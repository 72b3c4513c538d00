import type { Device } from './device.ts';
import { isDraft, type Draft } from './draft.ts';
import { nameOf, seal, unseal, type Keys } from './sealing.ts';

/**
 * The drafts of one person on one device. Whoever has no key, or another person's, finds nothing here: not what, and
 * not that there is something.
 */
export class DraftStore {
  constructor(
    private readonly device: Device,
    /** The keys of the person signed in; asked for each time, since they are dropped when a session ends. */
    private readonly keys: () => Promise<Keys>,
  ) {}

  /** Keeps a draft, in place of what was kept of it before. */
  async keep(draft: Draft): Promise<void> {
    const keys = await this.keys();
    const [name, owner] = await Promise.all([nameOf(keys, draft.id), nameOf(keys, 'owner')]);
    const sealed = await seal(keys, name, draft);
    await this.device.put({ name, owner, keptAt: Date.now(), ...sealed });
  }

  async drop(id: string): Promise<void> {
    await this.device.remove(await nameOf(await this.keys(), id));
  }

  /** One's own drafts, the newest first. Does not ask for a key when the device holds nothing at all. */
  async own(): Promise<Draft[]> {
    if (await this.device.isEmpty()) return [];
    const keys = await this.keys();
    const rows = await this.device.of(await nameOf(keys, 'owner'));
    const opened = await Promise.all(rows.map((row) => unseal(keys, row.name, row)));
    return opened.filter(isDraft).sort((one, other) => other.keptAt.localeCompare(one.keptAt));
  }

  /** Deletes one's own drafts, also those that cannot be opened any more. */
  async dropOwn(): Promise<void> {
    if (await this.device.isEmpty()) return;
    const rows = await this.device.of(await nameOf(await this.keys(), 'owner'));
    for (const { name } of rows) await this.device.remove(name);
  }
}
