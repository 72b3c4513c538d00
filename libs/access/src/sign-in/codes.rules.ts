/** Without letters and figures that are taken for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 80 random bits in four groups of four letters, to be written down. */
export function readableCode(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let at = 0; at < 16; at += 1) {
    text += LETTERS[Number(bits & 31n)];
    bits >>= 5n;
  }
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** What somebody typed as a code: six figures, or a recovery code in any case, with or without its strokes. */
export function readCode(typed: string): { kind: 'once' | 'recovery'; text: string } | undefined {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(text)) return { kind: 'once', text };
  if (text.length !== 16 || [...text].some((letter) => !LETTERS.includes(letter))) return undefined;
  return { kind: 'recovery', text: (text.match(/.{4}/g) ?? []).join('-') };
}
