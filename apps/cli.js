// `npm run cli -- …`: builds the server side when its sources changed, then hands over to the commands.
import { buildWhenStale } from './build.js';

await buildWhenStale(['server']);
await import('../dist/apps/cli/src/main.js');
