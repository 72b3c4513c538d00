import { Module } from '@nestjs/common';
import { CasesApiModule } from '#cases/api';
import { ReferenceModule } from '#reference';
import { StatisticsModule } from '../statistics.module.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { CellsScalar } from './statistics.types.js';

/** The statistics room's counter. */
@Module({
  imports: [StatisticsModule, CasesApiModule, ReferenceModule],
  providers: [StatisticsResolver, CellsScalar],
})
export class StatisticsApiModule {}
