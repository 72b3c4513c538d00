import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ImportJobs } from './import-jobs.service.js';
import { Imports } from './imports.service.js';
import { Uploads } from './uploads.service.js';

/** The import's office: files sent, orders, and the jobs that carry them out. */
@Module({
  imports: [AccessModule],
  providers: [Uploads, ImportJobs, Imports],
  exports: [Uploads, Imports],
})
export class ImportModule {}
