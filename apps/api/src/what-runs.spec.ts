import { describe, expect, it } from '@jest/globals';
import { doubtful, isAllowed } from '../../sbom.js';

describe('the licence of what we ship', () => {
  it.each([
    'MIT',
    'Apache-2.0',
    '(MIT AND BSD-3-Clause)',
    '(GPL-3.0-only OR MIT)',
    'BSD-2-Clause OR GPL-2.0',
  ])('%s goes with ours', (licence) => expect(isAllowed(licence)).toBe(true));

  it.each(['GPL-3.0-only', 'AGPL-3.0', '(MIT AND GPL-2.0)', 'SSPL-1.0', 'UNLICENSED', '', 'MITX'])(
    '"%s" does not',
    (licence) => expect(isAllowed(licence)).toBe(false),
  );

  it('is named with its package where somebody should look at it', () => {
    const component = (name: string, licenses?: { license?: { id?: string }; expression?: string }[]) => ({
      name,
      version: '1.0.0',
      licenses,
    });
    expect(
      doubtful({
        components: [
          component('fine', [{ license: { id: 'MIT' } }]),
          component('joined', [{ expression: '(MIT OR GPL-2.0)' }]),
          component('copyleft', [{ license: { id: 'AGPL-3.0' } }]),
          component('silent'),
        ],
      }),
    ).toEqual(['copyleft@1.0.0: AGPL-3.0', 'silent@1.0.0: says nothing']);
  });
});
