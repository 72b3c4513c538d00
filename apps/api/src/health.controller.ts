import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Health } from '#platform';

/** For whoever watches the process. Says nothing but yes or no. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** The process runs. */
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** It can do its work: something can be kept in the database and on the disk. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    const problem = await this.health.problem();
    if (problem) throw new ServiceUnavailableException({ status: problem });
    return { status: 'ok' };
  }
}
