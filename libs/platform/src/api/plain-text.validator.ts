import { applyDecorators } from '@nestjs/common';
import { MaxLength, ValidateBy } from 'class-validator';

// PostgreSQL's text cannot hold U+0000; the other control characters only serve to confuse a reader or a terminal.
// Line breaks and tabs stay: a note may have paragraphs.
// eslint-disable-next-line no-control-regex -- these very characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

// What turns the direction of writing makes a name read otherwise than it is kept, for every reader of the page. What is not seen at all
// (a zero-width blank, a soft hyphen, a mark of byte order) makes two names out of one: neither is found by the other.
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/;

// A joiner is part of an emoji and of some scripts (also of the old Mongolian one); after these letters it joins nothing.
const IDLE_JOINER = /(?:^|[\s\d\p{P}\p{Script=Cyrillic}\p{Script=Latin}])[\u200C\u200D]/u;

/** True for text that can be kept and shown: nothing that nobody sees, no half of a surrogate pair. */
export function isPlainText(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    !CONTROL.test(value) &&
    !INVISIBLE.test(value) &&
    !IDLE_JOINER.test(value) &&
    value.isWellFormed()
  );
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
