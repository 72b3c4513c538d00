import { Module } from '@nestjs/common';
import { Database } from '#platform';
import { Codes } from './codes.js';
import { readSnapshot } from './reference.snapshot.js';

/** The reference room. It needs `Database` from the application around it. */
@Module({
  providers: [
    {
      provide: Codes,
      inject: [Database],
      useFactory: async (database: Database) => {
        const codes = new Codes(() => readSnapshot(database));
        await codes.reload();
        return codes;
      },
    },
  ],
  exports: [Codes],
})
export class ReferenceModule {}
