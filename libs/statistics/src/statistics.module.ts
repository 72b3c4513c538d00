import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ReferenceModule } from '#reference';
import { Folding } from './folding.service.js';
import { StatisticsReader } from './statistics.reader.js';

const doors = [StatisticsReader, Folding];

/** The statistics room. It needs `Database` and the log from the application around it. */
@Module({ imports: [ReferenceModule, AccessModule], providers: doors, exports: doors })
export class StatisticsModule {}
