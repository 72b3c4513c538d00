import { describe, expect, it } from '@jest/globals';
import { cidrOf, networkOf } from './network.rules.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:7::1', '2001:db8:7::/48'],
    ['2001:0DB8:0007:1:2:3:4:5', '2001:db8:7::/48'],
    ['2001:db8::5', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['no address', 'no address'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is none where the address is none', () => {
    expect(cidrOf('no address')).toBeNull();
    expect(cidrOf('192.0.2.77')).toBe('192.0.2.0/24');
  });
});
