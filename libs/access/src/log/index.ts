import { LogFolder } from './log-folder.js';
import { openLogKey } from './log-key.js';
import { type AskLog, type Elsewhere, type LogVerdict, LogVerifier } from './log-verifier.js';

/** Believed keys and kept checkpoints: this installation's own key, and the second folder. */
async function elsewhere(config: { logKeyFile: string; logFolder: string }): Promise<Elsewhere> {
  const folder = new LogFolder(config.logFolder);
  const own = openLogKey(config.logKeyFile);
  const keys = (await folder.keys()).set(own.id, own.publicKey);
  return { keys, numbers: await folder.numbers(), read: (number) => folder.read(number) };
}

/** Whether the access log is what it was when it was written, signed and copied. */
export async function verifyLog(
  ask: AskLog,
  config: { logKeyFile: string; logFolder: string },
): Promise<LogVerdict> {
  return new LogVerifier(ask, await elsewhere(config)).verify();
}
