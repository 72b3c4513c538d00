import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Connection, Permission, readPage } from '#platform';
import type { Asking } from '../asking.js';
import type { StaffMember } from '../staff.columns.js';
import { StaffReader } from '../staff.reader.js';
import { StaffActs } from '../staff.service.js';
import { AccessViews } from './access.views.js';
import { WhoAsks } from './asking.decorator.js';
import {
  CreateStaffInput,
  StaffMemberConnection,
  StaffMemberType,
  StaffResult,
  UpdateStaffInput,
} from './staff.types.js';

/** The administrator's counter. */
@Resolver()
export class StaffResolver {
  constructor(
    private readonly reader: StaffReader,
    private readonly acts: StaffActs,
    private readonly views: AccessViews,
  ) {}

  @Query(() => StaffMemberConnection, {
    description: 'Everybody who may, or could once, sign in; by name in the order of the Mongolian alphabet.',
  })
  @Permission('staff.read')
  async staff(
    @WhoAsks() asking: Asking,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor to go on from.' })
    after?: string,
  ): Promise<Connection<StaffMemberType>> {
    const page = await this.reader.page(asking, readPage(first, after, 2));
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: this.view(node, asking) })),
    };
  }

  @Mutation(() => StaffResult, {
    description: 'Enters a new colleague, who chooses a password behind a link (`inviteStaff`).',
  })
  @Permission('staff.write')
  async createStaff(
    @Args('input') input: CreateStaffInput,
    @WhoAsks() asking: Asking,
  ): Promise<StaffMemberType> {
    return this.view(await this.acts.create(asking, input), asking);
  }

  @Mutation(() => StaffResult, {
    description: 'Changes a name or rights. Changed rights end the sessions of the person at once.',
  })
  @Permission('staff.write')
  async updateStaff(
    @Args('input') input: UpdateStaffInput,
    @WhoAsks() asking: Asking,
  ): Promise<StaffMemberType> {
    return this.view(await this.acts.update(asking, input), asking);
  }

  private view(person: StaffMember, { language }: Asking): StaffMemberType {
    return this.views.staffMember(person, language);
  }
}
