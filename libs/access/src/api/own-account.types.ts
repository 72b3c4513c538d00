import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, MaxLength } from 'class-validator';
import { DateTimeScalar, Refused } from '#platform/api';
import { LONGEST_PASSWORD } from '../password.rules.js';
import { SessionKindEnum } from './enums.js';

@ObjectType('OwnSession', { description: 'Where one is signed in.' })
export class OwnSessionType {
  @Field(() => ID, { description: 'To end it by.' })
  id: string;

  @Field(() => SessionKindEnum, { description: 'What it was opened with.' })
  kind: keyof typeof SessionKindEnum;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  startedAt: string;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastSeenAt: string;

  @Field(() => String, {
    nullable: true,
    description: 'Browser and system, by what they say; null when they say nothing known.',
  })
  device: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The network it was opened from: its address cut to /24 or /48.',
  })
  network: string | null;

  @Field({ description: 'Whether it is this one.' })
  here: boolean;
}

@ObjectType('SessionsEnded', { description: 'Sessions have ended.' })
export class SessionsEndedType {
  @Field(() => Int, { description: 'How many. 0: there were none such any more.' })
  ended: number;
}

@ObjectType('PasswordChanged', { description: 'The new password holds; all other sessions have ended.' })
export class PasswordChangedType {
  @Field({ description: 'True.' })
  changed: boolean;
}

export const PasswordResult = createUnionType({
  name: 'PasswordResult',
  description: 'The password has changed, or why not.',
  types: () => [PasswordChangedType, Refused] as const,
  resolveType: (value: object) => ('refusals' in value ? Refused : PasswordChangedType),
});

@InputType({ description: 'One’s own new password.' })
export class ChangePasswordInput {
  @Field({ description: 'The password one signs in with now.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  current: string;

  @Field({ description: 'The new one: 12 characters or more, nothing common, nothing of oneself.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  next: string;
}
