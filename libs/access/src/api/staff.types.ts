import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, IsUUID, Min } from 'class-validator';
import { ConnectionOf, DateTimeScalar, PlainText, Refused } from '#platform/api';
import { MissionType } from '#reference/api';
import type { Role } from '../policy.rules.js';
import { RoleEnum } from './enums.js';

const NAME = 120;
const EMAIL = 254;

@ObjectType('StaffRef', { description: 'Who did something: a name beside an act.' })
export class StaffRefType {
  @Field(() => ID, { description: 'Their identifier among the staff.' })
  id: string;

  @Field({ description: 'Their name.' })
  name: string;
}

@ObjectType('StaffMember', { description: 'A person who may, or could once, sign in.' })
export class StaffMemberType {
  @Field(() => ID, { description: 'Made by the client that entered them.' })
  id: string;

  @Field({ description: 'As colleagues see it.' })
  name: string;

  @Field({ description: 'The name they sign in with.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they do here.' })
  role: Role;

  @Field(() => MissionType, { nullable: true, description: 'The post they act for; null for none.' })
  mission: MissionType | null;

  @Field({ description: 'Whether they may sign in.' })
  active: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null for those who never have.' })
  lastSignInAt: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when a one-time link waits for them to choose a password; null for none.',
  })
  inviteEndsAt: string | null;

  @Field({
    description:
      'Whether a link may be made for them now; where their role takes two people, only with an approval.',
  })
  mayInvite: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when rights that were asked for them wait for a second person; null when none do.',
  })
  waitsUntil: string | null;

  @Field(() => Int, { description: 'Send it with a change: it is refused when somebody else was faster.' })
  version: number;
}

export const StaffMemberConnection = ConnectionOf(StaffMemberType, 'StaffMember');

export const StaffResult = createUnionType({
  name: 'StaffResult',
  description: 'The person as they are now, or why nothing was changed.',
  types: () => [StaffMemberType, Refused] as const,
  resolveType: (value: object) => ('refusals' in value ? Refused : StaffMemberType),
});

@InputType({ description: 'A new colleague.' })
export class CreateStaffInput {
  @Field(() => ID, { description: 'Client-made UUIDv7: the same person sent twice is entered once.' })
  @IsUUID('7')
  id: string;

  @Field({ description: 'As colleagues shall see it.' })
  @IsNotEmpty()
  @PlainText(NAME)
  name: string;

  @Field({ description: 'The name to sign in with; nobody else may have it.' })
  @IsNotEmpty()
  @PlainText(EMAIL)
  email: string;

  @Field(() => RoleEnum, { description: 'What they will do.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'The post they act for, when the role is held at one.' })
  @IsOptional()
  @PlainText(10)
  missionId?: string | null;
}

@InputType({ description: 'A change; what is left out stays. New rights end the sessions of the person.' })
export class UpdateStaffInput {
  @Field(() => ID, { description: 'Whom.' })
  @IsUUID('all')
  id: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @Min(1)
  version: number;

  @Field(() => String, { nullable: true, description: 'A new name.' })
  @IsOptional()
  @PlainText(NAME)
  name?: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'A new role.' })
  @IsOptional()
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: 'A new post; null takes it away.' })
  @IsOptional()
  @PlainText(10)
  missionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'False: they may sign in no more.' })
  @IsOptional()
  active?: boolean | null;
}
