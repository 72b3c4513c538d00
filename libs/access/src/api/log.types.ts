import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { ConnectionOf, DateTimeScalar, PlainText } from '#platform/api';
import { LOG_FAULTS, type LogFault } from '../log/log-verifier.js';
import type { Role } from '../policy.rules.js';
import { RoleEnum } from './enums.js';
import { StaffRefType } from './staff.types.js';

const LogFaultEnum = Object.fromEntries(LOG_FAULTS.map((fault) => [fault, fault]));

registerEnumType(LogFaultEnum, {
  name: 'AccessLogFault',
  description: 'Why the access log is not what it was.',
  valuesMap: {
    ROW_CHANGED: { description: 'The row, or its link, was changed.' },
    ROW_MISSING: { description: 'The row was deleted.' },
    ROW_PUT_IN: { description: 'The row was put in afterwards.' },
    ROW_DATED_BACK: { description: 'The row is dated long before it was written.' },
    LINK_MISSING: { description: 'Links of the chain were deleted, from here on.' },
    CHECKPOINT_CHANGED: { description: 'The checkpoint over this row is not the one that was signed.' },
    CHECKPOINT_MISSING: { description: 'The checkpoint over this row was deleted.' },
    CHAIN_REWRITTEN: { description: 'The chain was made anew: it is not the one that was signed.' },
  },
});

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

  @Field(() => [String], { nullable: true, description: 'Codes of why it was not done; null when it was.' })
  refused: string[] | null;

  @Field(() => Int, { nullable: true, description: 'How many rows a list or a search showed.' })
  shownCount: number | null;
}

@ObjectType('AccessLogVerdict', { description: 'Whether the access log is what it was when it was written.' })
export class AccessLogVerdictType {
  @Field(() => Int, { description: 'Rows that were found right, from the first on.' })
  rows: number;

  @Field(() => Int, { description: 'Rows that stand under a signed checkpoint.' })
  signed: number;

  @Field(() => Int, { description: 'Signed checkpoints.' })
  checkpoints: number;

  @Field(() => Int, { description: 'Rows so young that they are not chained yet.' })
  young: number;

  @Field(() => LogFaultEnum, { nullable: true, description: 'What is wrong; null when the log is whole.' })
  fault: LogFault | null;

  @Field(() => Int, { nullable: true, description: 'Number of the first row that is not what it was.' })
  faultAt: number | null;

  @Field(() => ID, { nullable: true, description: 'Its entry, where there is one.' })
  faultEntryId: string | null;
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

  @Field(() => ID, { nullable: true, description: 'Of people at this mission then.' })
  @IsOptional()
  @PlainText(10)
  missionId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what was refused; false: only what was done.',
  })
  @IsOptional()
  @IsBoolean()
  refused?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Concerning this row, for instance a case, or a list that showed it.',
  })
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
