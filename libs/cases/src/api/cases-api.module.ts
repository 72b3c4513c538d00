import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { ReferenceApiModule } from '#reference/api';
import { CasesModule } from '../cases.module.js';
import { ImportModule } from '../import/index.js';
import { ActAnswers } from './acts/act-answers.js';
import { AmendResolver } from './acts/amend.resolver.js';
import { CloseResolver } from './acts/close.resolver.js';
import { MoveResolver } from './acts/move.resolver.js';
import { NoteResolver } from './acts/note.resolver.js';
import { ReopenResolver } from './acts/reopen.resolver.js';
import { CaseLists } from './file/case-lists.js';
import { ShapesResolver } from './records/shapes.resolver.js';
import { CaseQueriesResolver } from './file/case-queries.resolver.js';
import { CaseView } from './file/case-view.js';
import { TimelineDaysResolver } from './timeline/timeline-days.resolver.js';
import { FilingResolver } from './filing/filing.resolver.js';
import { EntryView } from './timeline/entry-view.js';
import { TimelineResolver } from './timeline/timeline.resolver.js';
import { fileSender, FilesController, ImportResolver } from './import/index.js';

const acts = [NoteResolver, MoveResolver, CloseResolver, ReopenResolver, AmendResolver];

/** The cases room's counter. */
@Module({
  imports: [CasesModule, ImportModule, AccessModule, ReferenceModule, ReferenceApiModule],
  controllers: [FilesController],
  providers: [
    TimelineDaysResolver,
    CaseQueriesResolver,
    TimelineResolver,
    FilingResolver,
    ActAnswers,
    ...acts,
    CaseLists,
    CaseView,
    EntryView,
    ShapesResolver,
    ImportResolver,
    fileSender,
  ],
  exports: [CaseLists],
})
export class CasesApiModule {}
