import { spawnSync } from 'node:child_process';
import setup from '../support/global-setup.js';

/** The tests look at what people get: the built web app, built anew from what is here. */
export default async function setupBrowser() {
  await setup();
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/web'], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The web app does not build:\n${built.stdout}${built.stderr}`);
}
