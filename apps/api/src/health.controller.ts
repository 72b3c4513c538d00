import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '#platform';

/** For whoever watches the process. Says nothing but yes or no. */
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can do its work: the database answers. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.oneTrip([{ name: 'health', text: 'select 1', values: [] }]);
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'database unreachable' });
    }
  }
}
