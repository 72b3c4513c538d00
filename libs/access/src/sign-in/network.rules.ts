import { isIP } from 'node:net';

/** Where an address belongs, as coarse as a provider hands out: /24, or /48 of IPv6. What is no address is a place of its own. */
export function networkOf(address: string): string {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const version = isIP(plain);
  if (version === 4) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (version === 6) return `${firstGroups(plain.split('%')[0] ?? '')}::/48`;
  return plain;
}

/** The same where it is a network; null where the address was none. */
export function cidrOf(address: string): string | null {
  const network = networkOf(address);
  return network.includes('/') ? network : null;
}

/** The first three of eight groups, written alike however the address was. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const groups = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'),
    ...after,
  ];
  return groups
    .slice(0, 3)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
