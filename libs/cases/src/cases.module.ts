import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { ActsService } from './acts/acts.service.js';
import { AmendService } from './acts/amend.service.js';
import { CaseFile } from './file/case-file.entity.js';
import { CaseFilesReader } from './file/case-files.reader.js';
import { FilingService } from './filing/filing.service.js';
import { Person } from './people/person.entity.js';
import { TimelineDaysReader } from './timeline/timeline-days.reader.js';
import { TimelineEntry } from './timeline/timeline-entry.entity.js';

/** The cases room's office: acts and reads, no GraphQL. */
@Module({
  imports: [AccessModule, ReferenceModule, TypeOrmModule.forFeature([CaseFile, Person, TimelineEntry])],
  providers: [FilingService, ActsService, AmendService, CaseFilesReader, TimelineDaysReader],
  exports: [FilingService, ActsService, AmendService, CaseFilesReader, TimelineDaysReader],
})
export class CasesModule {}
