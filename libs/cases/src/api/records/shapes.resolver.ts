import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#platform';
import { publishedRules, publishedShapes } from './shape-view.js';
import { CaseTypeShapeType, FilingRulesType } from './shape.types.js';

/** What the types of case are, for whoever builds a form of them. It concerns no case: it leaves no row in the access log. */
@Resolver()
export class ShapesResolver {
  @Query(() => [CaseTypeShapeType], {
    description: 'The types of case and the fields that each has; they change only with a release.',
  })
  @Permission('reference.read', { logged: false })
  caseTypes(): readonly CaseTypeShapeType[] {
    return publishedShapes;
  }

  @Query(() => FilingRulesType, { description: 'Limits that a form can keep before anything is sent.' })
  @Permission('reference.read', { logged: false })
  filingRules(): FilingRulesType {
    return publishedRules;
  }
}
