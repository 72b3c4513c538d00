import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import type { Language } from '#platform';
import { DateTimeScalar, PlainText, Refused } from '#platform/api';
import { MissionType } from '#reference/api';
import { LONGEST_PASSWORD } from '../password.rules.js';
import type { Role } from '../policy.rules.js';
import { type Delivery, DeliveryEnum, LanguageEnum, RoleEnum } from './enums.js';

@ObjectType('Me', { description: 'Whoever is signed in, about themselves.' })
export class MeType {
  @Field(() => ID, { description: 'Own identifier among the staff.' })
  id: string;

  @Field({ description: 'Own name as colleagues see it.' })
  name: string;

  @Field({ description: 'The name to sign in with.' })
  email: string;

  @Field(() => RoleEnum, { description: 'What they do here.' })
  role: Role;

  @Field(() => MissionType, { nullable: true, description: 'The post they act for; null for none.' })
  mission: MissionType | null;

  @Field(() => LanguageEnum, { description: 'The language they chose.' })
  language: Language;

  @Field(() => [String], { description: 'Operations this person may call, e.g. "cases.file".' })
  permissions: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'The sign-in before this one.' })
  previousSignInAt: string | null;
}

@ObjectType('SignedIn', { description: 'A session has begun.' })
export class SignedInType {
  @Field(() => MeType, { description: 'Who has signed in.' })
  me: MeType;

  @Field(() => String, {
    nullable: true,
    description: 'Only when asked for with deliver: TOKEN. It is shown once: the register keeps its hash.',
  })
  token: string | null;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'The new session, or why there is none.',
  types: () => [SignedInType, Refused] as const,
  resolveType: (value: object) => ('refusals' in value ? Refused : SignedInType),
});

@InputType({ description: 'E-mail address and password.' })
export class SignInInput {
  @Field({ description: 'Upper or lower case alike.' })
  @IsNotEmpty()
  @PlainText(254)
  email: string;

  @Field({ description: 'As it is: blanks count.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;

  @Field(() => String, {
    nullable: true,
    description: 'A one-time or recovery code, when it was asked for (CODE_NEEDED).',
  })
  @IsOptional()
  @PlainText(40)
  code?: string | null;

  @Field(() => DeliveryEnum, { defaultValue: 'COOKIE', description: 'Cookie or bearer token.' })
  deliver: Delivery;

  @Field({
    defaultValue: true,
    description:
      'Others use this device too: it is not remembered. False: it is one’s own, and strangers’ wrong tries do not count on it.',
  })
  shared: boolean;
}
