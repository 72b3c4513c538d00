import { Field, ObjectType } from '@nestjs/graphql';
import type { ReadableRefusal } from '../words/words.js';

@ObjectType('Refusal', {
  description: 'An expected "no": what is wrong, where, and what to do, in the reader\'s language.',
})
export class RefusalType implements ReadableRefusal {
  @Field({ description: 'Stable, for programs.' })
  code: string;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the input field, e.g. "occurred.date"; null when the whole act is refused.',
  })
  field: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of two fields that do not go together, the path of the other; null when it is about one.',
  })
  otherField: string | null;

  @Field({ description: 'What is wrong.' })
  message: string;

  @Field({ description: 'What to do about it.' })
  remedy: string;
}

@ObjectType({ description: 'The act was refused and nothing was changed.' })
export class Refused {
  @Field(() => [RefusalType], { description: 'Every reason found, at least one.' })
  refusals: RefusalType[];
}
