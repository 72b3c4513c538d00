import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { DateTimeScalar, Refused } from '#platform/api';
import { MissionType } from '#reference/api';
import type { Role } from '../policy.rules.js';
import { RoleEnum } from './enums.js';
import { StaffRefType } from './staff.types.js';

export const RightsDecisionEnum = { APPROVED: 'APPROVED', REFUSED: 'REFUSED', REPLACED: 'REPLACED' } as const;
registerEnumType(RightsDecisionEnum, {
  name: 'RightsDecision',
  description: 'What became of a request.',
  valuesMap: {
    APPROVED: { description: 'A second person said yes: it counts.' },
    REFUSED: { description: 'Somebody said no, or who asked took it back.' },
    REPLACED: { description: 'Something else was asked for the same person since.' },
  },
});

@ObjectType('Rights', { description: 'What somebody may.' })
export class RightsType {
  @Field(() => RoleEnum, { description: 'What they do here.' })
  role: Role;

  @Field(() => MissionType, { nullable: true, description: 'The post they act for; null for none.' })
  mission: MissionType | null;

  @Field({ description: 'Whether they may sign in.' })
  active: boolean;
}

@ObjectType('RightsRequest', {
  description: 'Rights that one person asks for another; a second person decides.',
})
export class RightsRequestType {
  @Field(() => ID, { description: 'Its identifier.' })
  id: string;

  @Field(() => StaffRefType, { description: 'Whom it concerns.' })
  person: StaffRefType;

  @Field({ description: 'The name they sign in with.' })
  email: string;

  @Field({ description: 'A new link to choose a password is asked for; rights stay.' })
  reset: boolean;

  @Field(() => RightsType, { description: 'When it was asked.' })
  was: RightsType;

  @Field(() => RightsType, { description: 'What is asked for.' })
  asked: RightsType;

  @Field(() => StaffRefType, { description: 'Who asks.' })
  askedBy: StaffRefType;

  @Field(() => DateTimeScalar, { description: 'When.' })
  askedAt: string;

  @Field(() => DateTimeScalar, { description: 'When it lapses: seven days later.' })
  expiresAt: string;

  @Field(() => RightsDecisionEnum, {
    nullable: true,
    description: 'Null while it waits, and when it lapsed.',
  })
  decision: keyof typeof RightsDecisionEnum | null;

  @Field(() => StaffRefType, { nullable: true, description: 'Who decided.' })
  decidedBy: StaffRefType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' })
  decidedAt: string | null;

  @Field({ description: 'It can still be decided.' })
  open: boolean;

  @Field({ description: 'The person was changed since: it can only be refused.' })
  stale: boolean;

  @Field({ description: 'Whether you may say yes.' })
  mayApprove: boolean;

  @Field({ description: 'Whether you may say no.' })
  mayRefuse: boolean;
}

export const RightsRequestResult = createUnionType({
  name: 'RightsRequestResult',
  description: 'The request as it is now, or why nothing was decided.',
  types: () => [RightsRequestType, Refused] as const,
  resolveType: (value: object) => ('refusals' in value ? Refused : RightsRequestType),
});

@InputType({ description: 'The second person’s answer.' })
export class DecideRightsInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsUUID('all')
  id: string;

  @Field({ description: 'True: it counts from now on. False: nothing changes.' })
  approve: boolean;
}
