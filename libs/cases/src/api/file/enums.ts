import { registerEnumType } from '@nestjs/graphql';
import { STATUSES } from '../../file/case-file.lifecycle.js';

export const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

export const CaseStatusEnum = enumOf(STATUSES);
registerEnumType(CaseStatusEnum, { name: 'CaseStatus', description: 'Where a case stands in its life.' });
