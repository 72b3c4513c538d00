import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '#platform/api';
import { FIELD_KINDS } from '../../records/record-shape.js';
import { CaseTypeEnum } from '../file/case-file.types.js';

/** `longText` → `LONG_TEXT`. */
export const kindName = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const FieldKindEnum = Object.fromEntries(FIELD_KINDS.map((kind) => [kindName(kind), kindName(kind)]));
const ReferenceTargetEnum = { PERSON: 'PERSON', ORGANISATION: 'ORGANISATION' } as const;
registerEnumType(FieldKindEnum, {
  name: 'CaseFieldKind',
  description: 'What a field holds, and so how it is entered and shown.',
});
registerEnumType(ReferenceTargetEnum, {
  name: 'ReferenceTarget',
  description: 'What a reference points to.',
});

@ObjectType('CaseField', { description: 'A field that a type of case has beyond every case.' })
export class CaseFieldShape {
  @Field({ description: 'Its name in the record.' })
  name: string;

  @Field({ description: 'Its path in the input of a filing, e.g. "death.manner".' })
  path: string;

  @Field({ description: 'Key of its label in the catalogs.' })
  labelKey: string;

  @Field(() => FieldKindEnum, { description: 'What it holds.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'The code list of a code.' })
  list: string | null;

  @Field(() => ReferenceTargetEnum, { nullable: true, description: 'What a reference points to.' })
  target: string | null;

  @Field({ description: 'Whether it gives the cause that the counts use.' })
  cause: boolean;

  @Field({ description: 'Whether a form should not be sent without it.' })
  required: boolean;

  @Field({ description: 'Whether it is asked for at filing; the others can be filled in later.' })
  early: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Most letters of a text, most values of several, or the largest number.',
  })
  most: number | null;
}

@ObjectType('CaseTypeShape', { description: 'What a type of case is about beyond every case.' })
export class CaseTypeShapeType {
  @Field(() => CaseTypeEnum, { description: 'Which type.' })
  type: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The field of CaseFile and of its inputs that holds the record; null where there is only a cause.',
  })
  recordField: string | null;

  @Field({ description: 'The code list of the cause.' })
  causeList: string;

  @Field(() => [ID], { description: 'Codes of SOURCE that cannot have told of such a case.' })
  notToldBy: readonly string[];

  @Field(() => [CaseFieldShape], { description: 'In the order in which forms ask and pages show them.' })
  fields: CaseFieldShape[];
}

@ObjectType('FilingRules', { description: 'Limits that a form can keep before anything is sent.' })
export class FilingRulesType {
  @Field(() => Int, { description: "How far a device's clock may be ahead of the register's." })
  clockToleranceSeconds: number;

  @Field(() => DateScalar, { description: 'Nothing in the register is older.' })
  earliestDay: string;
}
