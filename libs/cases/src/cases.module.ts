import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { ActsService } from './acts.service.js';
import { AmendService } from './amend.service.js';
import { CaseFile } from './case-file.entity.js';
import { CaseFilesReader } from './case-files.reader.js';
import { FilingService } from './filing.service.js';
import { Person } from './person.entity.js';
import { TimelineEntry } from './timeline-entry.entity.js';

/** The cases room's office: acts and reads, no GraphQL. */
@Module({
  imports: [AccessModule, ReferenceModule, TypeOrmModule.forFeature([CaseFile, Person, TimelineEntry])],
  providers: [FilingService, ActsService, AmendService, CaseFilesReader],
  exports: [FilingService, ActsService, AmendService, CaseFilesReader],
})
export class CasesModule {}
