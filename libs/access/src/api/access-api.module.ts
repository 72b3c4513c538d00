import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ReferenceApiModule } from '#reference/api';
import { AccessModule } from '../access.module.js';
import { AccessViews } from './access.views.js';
import { DraftsResolver } from './drafts.resolver.js';
import { FactorResolver } from './factor.resolver.js';
import { InboxResolver } from './inbox.resolver.js';
import { InvitesResolver } from './invites.resolver.js';
import { LogResolver } from './log.resolver.js';
import { MeResolver } from './me.resolver.js';
import { OwnAccountResolver } from './own-account.resolver.js';
import { PermissionGuard } from './permission.guard.js';
import { RightsResolver } from './rights.resolver.js';
import { StaffResolver } from './staff.resolver.js';

/** The access room's counter, and the guard before every room's operations. */
@Module({
  imports: [AccessModule, ReferenceApiModule],
  providers: [
    AccessViews,
    MeResolver,
    StaffResolver,
    InvitesResolver,
    RightsResolver,
    LogResolver,
    DraftsResolver,
    InboxResolver,
    FactorResolver,
    OwnAccountResolver,
    { provide: APP_GUARD, useClass: PermissionGuard },
  ],
})
export class AccessApiModule {}
