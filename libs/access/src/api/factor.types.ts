import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsNotEmpty } from 'class-validator';
import { DateTimeScalar, PlainText, Refused } from '#platform/api';

@ObjectType('OwnFactor', { description: 'Whether one-time codes are asked for when one signs in.' })
export class OwnFactorType {
  @Field({ description: 'Whether they are.' })
  active: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when.' })
  since: string | null;

  @Field(() => Int, { description: 'Recovery codes not used yet.' })
  codesLeft: number;
}

@ObjectType('FactorBegun', { description: 'For the authenticator; it counts once a code of it is shown.' })
export class FactorBegunType {
  @Field({ description: 'The secret, to be typed where nothing can be scanned.' })
  secret: string;

  @Field({ description: 'The same as an otpauth address.' })
  uri: string;

  @Field(() => Int, { description: 'Side of its QR code in modules, margin included.' })
  size: number;

  @Field({ description: 'The dark modules as the path of an SVG.' })
  path: string;
}

@ObjectType('FactorAdded', { description: 'From now on a code is asked for. Shown once.' })
export class FactorAddedType {
  @Field(() => [String], { description: 'Codes for when the telephone is lost: each opens once.' })
  recoveryCodes: string[];
}

@ObjectType('FactorRemoved', { description: 'Codes are asked for no more.' })
export class FactorRemovedType {
  @Field({ description: 'True.' })
  removed: boolean;
}

const refusedOr = (own: object) => (value: object) => ('refusals' in value ? Refused : own);

export const BeginFactorResult = createUnionType({
  name: 'BeginFactorResult',
  description: 'What the authenticator needs, or why not.',
  types: () => [FactorBegunType, Refused] as const,
  resolveType: refusedOr(FactorBegunType),
});

export const ConfirmFactorResult = createUnionType({
  name: 'ConfirmFactorResult',
  description: 'Codes are in use, or why not.',
  types: () => [FactorAddedType, Refused] as const,
  resolveType: refusedOr(FactorAddedType),
});

export const RemoveFactorResult = createUnionType({
  name: 'RemoveFactorResult',
  description: 'Codes are no longer in use, or why they still are.',
  types: () => [FactorRemovedType, Refused] as const,
  resolveType: refusedOr(FactorRemovedType),
});

@InputType({ description: 'A code.' })
export class FactorCodeInput {
  @Field({ description: 'Six figures from the authenticator, or a recovery code where one is in use.' })
  @IsNotEmpty()
  @PlainText(40)
  code: string;
}
