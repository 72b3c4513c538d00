import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '#platform/api';

@ObjectType('TimelineDay', { description: 'A day on which something stands in a timeline.' })
export class TimelineDayType {
  @Field(() => DateScalar, { description: 'On the calendar of the post that follows the case.' })
  day: string;

  @Field(() => Int, { description: 'How many entries are of this day.' })
  count: number;
}
