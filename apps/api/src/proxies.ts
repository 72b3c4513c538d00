import { BlockList, isIPv6 } from 'node:net';
import type { Config } from '#platform';

/** Addresses that only machines of one's own network have. */
const own = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const) {
  own.addSubnet(network, prefix, 'ipv4');
}
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');
own.addSubnet('fe80::', 10, 'ipv6');

type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

/**
 * Whose X-Forwarded-For Fastify follows. Each proxy appends who asked it, so the list is true from the right as far as our own
 * proxies go; what stands further left, anybody may have written. Where proxies are only counted, the nearest must at least
 * be in our own network: a port that is open to the world by mistake believes nobody.
 */
export function trustedProxies(behindProxy: Config['behindProxy']): TrustedProxies {
  if (typeof behindProxy !== 'number') return behindProxy;
  return (address, hop) => hop < behindProxy && (hop > 0 || isOwn(address));
}

function isOwn(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return own.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
