import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Refusal, type RefusalItem } from '../refusal.js';

/** class-validator's constraint names and the refusals they mean; anything else is a BAD_VALUE. */
const codes: Record<string, string> = {
  isNotEmpty: 'REQUIRED',
  isDefined: 'REQUIRED',
  minLength: 'REQUIRED',
  maxLength: 'TOO_LONG',
  arrayMaxSize: 'TOO_MANY',
  isUuid: 'BAD_ID',
  plainText: 'BAD_TEXT',
};

/** Checks every GraphQL input by its class-validator decorators, and answers with refusals that name the field. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    forbidUnknownValues: false,
    exceptionFactory: (errors) => new Refusal(errors.flatMap((error) => itemsOf(error, ''))),
  });
}

function itemsOf(error: ValidationError, path: string): RefusalItem[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    code: codes[constraint] ?? 'BAD_VALUE',
    field,
    params: limitOf(message),
  }));
  // One reason a field is enough to mend it.
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => itemsOf(child, field))];
}

/** The limit stands in class-validator's own sentence ("… or equal to 500 characters"). */
function limitOf(message: string): RefusalItem['params'] {
  const figure = /(\d+)(?: characters| elements)/.exec(message)?.[1];
  return figure === undefined ? undefined : { max: Number(figure) };
}
