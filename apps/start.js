// `npm start`: builds what changed since the last time, then starts Elchin.
import { buildWhenStale } from './build.js';

await buildWhenStale(['server', 'web']);
await import('../dist/server/launch.js');
