// `npm start`: looks whether the port is free, builds what changed since the last time, then starts Elchin.
import { buildWhenStale } from './build.js';
import { checkPort } from './port.js';

const port = Number(process.env.PORT || 3000);
// What is no number at all, the server's own reading of its configuration tells.
if (Number.isInteger(port) && port >= 0 && port < 65536) {
  await checkPort(process.env.HOST || '127.0.0.1', port).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
await buildWhenStale(['server', 'web']);
await import('../dist/server/launch.js');
