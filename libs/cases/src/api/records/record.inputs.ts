import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DateScalar, DateTimeScalar, DecimalScalar, PlainText } from '#platform/api';
import { caseTypes } from '../../records/case-types.js';
import type { RecordField, RecordShape } from '../../records/record-shape.js';
import { PartialDateInput } from '../file/partial-date.type.js';
import { typeNameOf } from './record.types.js';
import { YesNoEnum } from './yes-no.js';

@InputType({ description: 'See Money.' })
class MoneyInput {
  @Field(() => DecimalScalar, { description: 'With a point, e.g. "1234.50".' })
  amount: string;

  @Field(() => ID, { description: 'Code of CURRENCY (ISO 4217).' })
  @PlainText(3)
  currency: string;
}

/** Makes the schema's input of a record from what the record declares, with the checks of each field. */
function recordInputOf(shape: RecordShape): NestType {
  const name = `${typeNameOf(shape)}Input`;
  const made = { [name]: class {} }[name] as NestType;
  for (const [field, declared] of Object.entries(shape.fields)) {
    applyDecorators(...inputOf(declared))(made.prototype as object, field);
  }
  InputType(name, { description: `See ${typeNameOf(shape)}.` })(made);
  return made;
}

function inputOf(declared: RecordField): PropertyDecorator[] {
  const { description } = declared;
  const options = { nullable: true, description };
  switch (declared.kind) {
    case 'code':
      return [
        Field(() => ID, { ...options, description: `Code of ${declared.list}.` }),
        IsOptional(),
        PlainText(60),
      ];
    case 'codes':
      return [
        Field(() => [ID], { ...options, description: `Codes of ${declared.list}, the weightiest first.` }),
        IsOptional(),
        ArrayMaxSize(declared.most),
        PlainText(60, { each: true }),
      ];
    case 'text':
    case 'longText':
      return [Field(() => String, options), IsOptional(), PlainText(declared.max)];
    case 'number':
      return [Field(() => Float, options)];
    case 'money':
      return nested(() => MoneyInput, description);
    case 'date':
      return [Field(() => DateScalar, options)];
    case 'partialDate':
      return nested(() => PartialDateInput, description);
    case 'instant':
      return [Field(() => DateTimeScalar, options)];
    case 'yesNo':
      return [Field(() => YesNoEnum, options)];
    case 'reference':
      return [Field(() => ID, options), IsOptional(), IsUUID()];
  }
}

function nested(type: () => NestType, description: string): PropertyDecorator[] {
  return [Field(type, { nullable: true, description }), IsOptional(), ValidateNested(), Type(type)];
}

/** Gives an input one field for each type's record. */
export function RecordInputs(): ClassDecorator {
  return (target) => {
    for (const { type, record } of caseTypes) {
      if (!record) continue;
      const made = inputClassOf(record);
      const decorators = nested(() => made, `For ${type} only.`);
      applyDecorators(...decorators)(target.prototype as object, record.field);
    }
  };
}

const inputs = new WeakMap<RecordShape, NestType>();

/** A name stands once in a schema: each record's input is made once. */
function inputClassOf(record: RecordShape): NestType {
  let made = inputs.get(record);
  if (!made) inputs.set(record, (made = recordInputOf(record)));
  return made;
}
