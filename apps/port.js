// Looks whether the port is free: before anything is built or made, not after it.
import { createServer } from 'node:net';

/** Nobody can listen there; the message says why and what to do. */
export class PortUnusable extends Error {}

/**
 * @param {string} host
 * @param {number} port 0 is any that is free
 * @param {string} name of the setting that says which
 * @throws PortUnusable
 */
export async function checkPort(host, port, name = 'PORT') {
  if (port === 0) return;
  const error = await whyNot(host, port);
  if (error) throw new PortUnusable(sentenceOf(error, host, port, name));
}

function whyNot(host, port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** What the operator can do about a system's refusal to listen. */
export function sentenceOf({ code, message }, host, port, name = 'PORT') {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is taken by another program. Stop that one, or set ${name} to another number (0: any that is free).`;
  if (code === 'EACCES')
    return `Port ${port} may not be used: ${message}. Set ${name} to a number above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine (${code}). Set HOST to one that is, or leave it out.`;
  return `Nobody can listen at ${host}, port ${port}: ${message}. Set HOST and ${name} to others.`;
}
