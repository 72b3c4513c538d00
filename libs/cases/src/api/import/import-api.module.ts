import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { ImportModule } from '../../import/index.js';
import { fileSender } from './file-sender.js';
import { FilesController } from './files.controller.js';
import { ImportResolver } from './import.resolver.js';

/** The import's counter: where files come in, and what is asked about them. */
@Module({
  imports: [ImportModule, AccessModule],
  controllers: [FilesController],
  providers: [ImportResolver, fileSender],
})
export class ImportApiModule {}
