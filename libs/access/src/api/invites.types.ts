import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty, IsUUID, MaxLength } from 'class-validator';
import { DateTimeScalar, PlainText, Refused } from '#platform/api';
import { LONGEST_PASSWORD } from '../password.rules.js';

const TOKEN = 64;

@ObjectType('Invited', { description: 'A one-time link, shown once: hand it over to its owner.' })
export class InvitedType {
  @Field({
    description:
      'Belongs behind the # of the address /invite, never into a query. The register keeps its hash.',
  })
  token: string;

  @Field(() => DateTimeScalar, { description: 'When it opens no more: 72 hours after it was made.' })
  endsAt: string;
}

@ObjectType('InviteEnded', { description: 'The link opens no more.' })
export class InviteEndedType {
  @Field(() => ID, { description: 'Whose it was.' })
  staffId: string;
}

@ObjectType('InviteOwner', { description: 'Whose link it is.' })
export class InviteOwnerType {
  @Field({ description: 'Their name.' })
  name: string;

  @Field({ description: 'The name to sign in with.' })
  email: string;

  @Field(() => DateTimeScalar, { description: 'When the link opens no more.' })
  endsAt: string;
}

@ObjectType('InviteUsed', { description: 'The password is chosen; the link opens no more.' })
export class InviteUsedType {
  @Field({ description: 'The name to sign in with.' })
  email: string;
}

const resultOf = <T extends new () => object>(name: string, description: string, type: T) =>
  createUnionType({
    name,
    description,
    types: () => [type, Refused] as const,
    resolveType: (value: object) => ('refusals' in value ? Refused : type),
  });

export const InvitedResult = resultOf('InvitedResult', 'The link, or why there is none.', InvitedType);
export const InviteEndedResult = resultOf('InviteEndedResult', 'Ended, or why not.', InviteEndedType);
export const InviteOwnerResult = resultOf('InviteOwnerResult', 'Whose link, or why not.', InviteOwnerType);
export const InviteUsedResult = resultOf('InviteUsedResult', 'Chosen, or why not.', InviteUsedType);

@InputType({ description: 'Somebody among the staff.' })
export class InviteStaffInput {
  @Field(() => ID, { description: 'Whom.' })
  @IsUUID('all')
  id: string;
}

@InputType({ description: 'A link.' })
export class OpenInviteInput {
  @Field({ description: 'What stands behind the # of its address.' })
  @IsNotEmpty()
  @PlainText(TOKEN)
  token: string;
}

@InputType({ description: 'A link, and the password that its owner has chosen.' })
export class UseInviteInput {
  @Field({ description: 'What stands behind the # of its address.' })
  @IsNotEmpty()
  @PlainText(TOKEN)
  token: string;

  @Field({ description: 'At least 12 characters, not an obvious one, without their own name.' })
  @IsNotEmpty()
  @MaxLength(LONGEST_PASSWORD)
  password: string;
}
