import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#platform';
import type { Profile } from './profile.js';
import { ProfileError, readProfile } from './profile.reader.js';

/** Profiles that come with the register. */
export const BUILT_IN_PROFILES = fileURLToPath(new URL('./profiles', import.meta.url));

export interface ProfileFile {
  file: string;
  text: string;
}

/** A file, by its path. @throws Refusal UNKNOWN_PROFILE when there is none. */
export async function profileAt(path: string): Promise<ProfileFile> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw Refusal.of('UNKNOWN_PROFILE', 'profile', { name: path, known: '*.yaml' });
  return { file: basename(path), text };
}

/**
 * Profiles in folders, by their names; one in a later folder stands for its namesake in an earlier one. Read anew each time:
 * a clerk's edit counts at once. Files that cannot be used are left out here, and explained when asked for by name.
 */
export async function listProfiles(folders: readonly string[]): Promise<Map<string, Profile>> {
  const profiles = new Map<string, Profile>();
  for (const { file, text } of await filesIn(folders)) {
    try {
      const profile = readProfile(text, file);
      profiles.set(profile.name, profile);
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
    }
  }
  return profiles;
}

/**
 * The profile of a name, which is also its file's: `us-deaths` lies in `us-deaths.yaml`.
 * @throws Refusal UNKNOWN_PROFILE
 */
export async function profileNamed(name: string, folders: readonly string[]): Promise<ProfileFile> {
  const files = await filesIn(folders);
  const found = files.findLast(({ file }) => file.replace(/\.ya?ml$/, '') === name);
  if (found) return found;
  const known = [...new Set(files.map(({ file }) => file.replace(/\.ya?ml$/, '')))].sort().join(', ');
  throw Refusal.of('UNKNOWN_PROFILE', 'profile', { name: name.slice(0, 60), known });
}

async function filesIn(folders: readonly string[]): Promise<ProfileFile[]> {
  const files: ProfileFile[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort()) {
      files.push({ file: name, text: await readFile(join(folder, name), 'utf8') });
    }
  }
  return files;
}
