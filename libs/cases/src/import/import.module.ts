import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ImportWork } from './import-work.service.js';
import { Imports } from './imports.service.js';
import { Uploads } from './uploads.service.js';

/** The import's office: files sent, orders, and the jobs that carry them out. */
@Module({
  imports: [AccessModule],
  providers: [Uploads, ImportWork, Imports],
  exports: [Uploads, Imports],
})
export class ImportModule {}
