import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { ReferenceApiModule } from '#reference/api';
import { CasesModule } from '../cases.module.js';
import { CaseActsResolver } from './case-acts.resolver.js';
import { CaseLists } from './case-lists.js';
import { CaseQueriesResolver } from './case-queries.resolver.js';
import { CaseView } from './case-view.js';

/** The cases room's counter. */
@Module({
  imports: [CasesModule, AccessModule, ReferenceModule, ReferenceApiModule],
  providers: [CaseQueriesResolver, CaseActsResolver, CaseLists, CaseView],
  exports: [CaseLists],
})
export class CasesApiModule {}
