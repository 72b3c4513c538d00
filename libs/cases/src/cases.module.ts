import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { Acting } from './acts/acting.js';
import { AmendAct } from './acts/amend.js';
import { CloseAct } from './acts/close.js';
import { MoveAct } from './acts/move.js';
import { NoteAct } from './acts/note.js';
import { ReopenAct } from './acts/reopen.js';
import { Steps } from './acts/steps.js';
import { CaseFile } from './file/case-file.entity.js';
import { CaseFilesReader } from './file/case-files.reader.js';
import { FilingService } from './filing/filing.service.js';
import { Person } from './people/person.entity.js';
import { TimelineDaysReader } from './timeline/timeline-days.reader.js';
import { TimelineEntry } from './timeline/timeline-entry.entity.js';

const acts = [NoteAct, MoveAct, CloseAct, ReopenAct, AmendAct];

/** The cases room's office: acts and reads, no GraphQL. */
@Module({
  imports: [AccessModule, ReferenceModule, TypeOrmModule.forFeature([CaseFile, Person, TimelineEntry])],
  providers: [FilingService, Acting, Steps, ...acts, CaseFilesReader, TimelineDaysReader],
  exports: [FilingService, ...acts, CaseFilesReader, TimelineDaysReader],
})
export class CasesModule {}
