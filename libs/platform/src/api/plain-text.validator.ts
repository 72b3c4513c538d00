import { applyDecorators } from '@nestjs/common';
import { MaxLength, ValidateBy } from 'class-validator';

// PostgreSQL's text cannot hold U+0000; the other control characters only serve to confuse a reader or a terminal.
// Line breaks and tabs stay: a note may have paragraphs.
// eslint-disable-next-line no-control-regex -- these very characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** True for text that can be kept and shown: no control characters, no half of a surrogate pair. */
export function isPlainText(value: unknown): boolean {
  return typeof value === 'string' && !CONTROL.test(value) && value.isWellFormed();
}

/**
 * Text of at most `max` characters that a person typed. Emoji and any script are welcome.
 * @param options each: for a list, each of its values.
 */
export function PlainText(max: number, options: { each?: boolean } = {}): PropertyDecorator {
  const validate = (value: unknown) => value == null || isPlainText(value);
  return applyDecorators(
    MaxLength(max, options),
    ValidateBy({ name: 'plainText', validator: { validate } }, options),
  );
}
