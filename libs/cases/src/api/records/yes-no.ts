import { registerEnumType } from '@nestjs/graphql';

export const YesNoEnum = { YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(YesNoEnum, { name: 'YesNoUnknown', description: 'An answer that may not be known.' });
