import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { ReferenceApiModule } from '#reference/api';
import { CasesModule } from '../cases.module.js';
import { ImportModule } from '../import/index.js';
import { CaseActsResolver } from './acts/case-acts.resolver.js';
import { CaseLists } from './file/case-lists.js';
import { CaseQueriesResolver } from './file/case-queries.resolver.js';
import { CaseView } from './file/case-view.js';
import { TimelineDaysResolver } from './timeline/timeline-days.resolver.js';
import { fileSender, FilesController, ImportResolver } from './import/index.js';

/** The cases room's counter. */
@Module({
  imports: [CasesModule, ImportModule, AccessModule, ReferenceModule, ReferenceApiModule],
  controllers: [FilesController],
  providers: [
    TimelineDaysResolver,
    CaseQueriesResolver,
    CaseActsResolver,
    CaseLists,
    CaseView,
    ImportResolver,
    fileSender,
  ],
  exports: [CaseLists],
})
export class CasesApiModule {}
