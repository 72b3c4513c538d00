import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { ConnectionOf, DateTimeScalar, PlainText } from '#platform/api';
import type { Role } from '../policy.rules.js';
import { RoleEnum } from './enums.js';
import { StaffRefType } from './staff.types.js';

@ObjectType('AccessLogEntry', { description: 'Somebody did or read something.' })
export class AccessLogEntryType {
  @Field(() => ID, { description: 'Of this entry.' })
  id: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at: string;

  @Field(() => StaffRefType, { nullable: true, description: 'Who; null when nobody was signed in.' })
  by: StaffRefType | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Their role at that moment.' })
  role: Role | null;

  @Field(() => ID, { nullable: true, description: 'Their post at that moment.' })
  missionId: string | null;

  @Field({ description: 'What, e.g. "cases.read" or "signin.failed".' })
  operation: string;

  @Field(() => ID, { nullable: true, description: 'The row asked for or acted on, when there is one.' })
  subjectId: string | null;
}

@ObjectType('AccessLogPerson', { description: 'Somebody whom the access log can be asked about.' })
export class AccessLogPersonType {
  @Field(() => ID, { description: 'The same in the filter of the log.' })
  id: string;

  @Field({ description: 'Their name.' })
  name: string;

  @Field(() => RoleEnum, { description: 'Their role now.' })
  role: Role;

  @Field(() => ID, { nullable: true, description: 'Their post now.' })
  missionId: string | null;
}

export const AccessLogConnection = ConnectionOf(AccessLogEntryType, 'AccessLog');

@InputType({ description: 'Which entries; what is left out does not narrow.' })
export class AccessLogFilter {
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  @IsOptional()
  @IsUUID('all')
  staffId?: string | null;

  @Field(() => String, { nullable: true, description: 'This operation.' })
  @IsOptional()
  @PlainText(60)
  operation?: string | null;

  @Field(() => ID, { nullable: true, description: 'Concerning this row, for instance a case.' })
  @IsOptional()
  @IsUUID('all')
  subjectId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From this instant on.' })
  @IsOptional()
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this instant.' })
  @IsOptional()
  to?: string | null;
}
