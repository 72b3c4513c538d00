import type { Type } from '@nestjs/common';
import { Field, Float, ID, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#platform/api';
import { CodeItemType } from '#reference/api';
import { caseTypes } from '../../records/case-types.js';
import type { RecordField, RecordShape } from '../../records/record-shape.js';
import { PartialDateType } from '../file/partial-date.type.js';
import { YesNoEnum } from './yes-no.js';

@ObjectType('Money', { description: 'An amount of money.' })
class MoneyType {
  @Field(() => DecimalScalar, { description: 'With the decimals that the currency has.' })
  amount: string;

  @Field(() => CodeItemType, { description: 'Of ISO 4217.' })
  currency: CodeItemType;
}

/** `crimeVictim` → `CrimeVictim`, the name of the record's type in the schema. */
export function typeNameOf({ field }: RecordShape): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

/** Makes the schema's type of a record from what the record declares. */
function recordTypeOf(shape: RecordShape): Type {
  const name = typeNameOf(shape);
  const made = { [name]: class {} }[name] as Type;
  for (const [field, declared] of Object.entries(shape.fields)) {
    const { type, nullable } = outputOf(declared);
    Field(type, { nullable, description: declared.description })(made.prototype as object, field);
  }
  ObjectType(name, { description: shape.description })(made);
  return made;
}

function outputOf(field: RecordField): { type: ReturnTypeFunc; nullable: boolean } {
  switch (field.kind) {
    case 'code':
      return { type: () => CodeItemType, nullable: true };
    case 'codes':
      return { type: () => [CodeItemType], nullable: false };
    case 'text':
    case 'longText':
      return { type: () => String, nullable: true };
    case 'number':
      return { type: () => Float, nullable: true };
    case 'money':
      return { type: () => MoneyType, nullable: true };
    case 'date':
      return { type: () => DateScalar, nullable: true };
    case 'partialDate':
      return { type: () => PartialDateType, nullable: false };
    case 'instant':
      return { type: () => DateTimeScalar, nullable: true };
    case 'yesNo':
      return { type: () => YesNoEnum, nullable: false };
    case 'reference':
      return { type: () => ID, nullable: true };
  }
}

/** Gives a class of the schema one field for each type's record: `detention`, `death` … */
export function RecordFields(): ClassDecorator {
  return (target) => {
    for (const { type, record } of caseTypes) {
      if (!record) continue;
      const made = recordTypeOf(record);
      Field(() => made, { nullable: true, description: `For ${type}.` })(
        target.prototype as object,
        record.field,
      );
    }
  };
}
