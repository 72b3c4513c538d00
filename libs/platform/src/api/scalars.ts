import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;
const MONTH = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;

/** True for a day that the calendar has: `2026-02-30` is none. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

abstract class TextScalar implements CustomScalar<string, string> {
  abstract description: string;
  protected abstract readonly example: string;
  protected abstract accepts(text: string): boolean;

  serialize = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

  parseValue = (value: unknown): string => {
    if (typeof value === 'string' && this.accepts(value)) return value;
    throw new GraphQLError(`must be written like ${this.example}`, {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };

  parseLiteral = (node: ValueNode): string =>
    this.parseValue(node.kind === Kind.STRING ? node.value : undefined);
}

@Scalar('Date')
export class DateScalar extends TextScalar {
  description = 'A calendar day, YYYY-MM-DD.';
  protected readonly example = '2026-03-09';
  protected accepts = isCalendarDay;
}

@Scalar('DateTime')
export class DateTimeScalar extends TextScalar {
  description = 'An instant, ISO 8601 with offset; answers are in UTC (…Z).';
  protected readonly example = '2026-03-09T14:05:00+09:00';
  protected accepts = (text: string) =>
    INSTANT.test(text) && isCalendarDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

@Scalar('Month')
export class MonthScalar extends TextScalar {
  description = 'A calendar month, YYYY-MM.';
  protected readonly example = '2026-03';
  protected accepts = (text: string) => MONTH.test(text);
}

@Scalar('Decimal')
export class DecimalScalar extends TextScalar {
  description = 'A decimal number as a text, so that no digit is lost: "1234.50".';
  protected readonly example = '1234.50';
  protected accepts = (text: string) => DECIMAL.test(text);
}
