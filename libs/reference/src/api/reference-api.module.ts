import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference.module.js';
import { ReferenceResolver } from './reference.resolver.js';
import { ReferenceViews } from './reference.views.js';

/** The reference room's counter. */
@Module({
  imports: [ReferenceModule],
  providers: [ReferenceResolver, ReferenceViews],
  exports: [ReferenceViews],
})
export class ReferenceApiModule {}
