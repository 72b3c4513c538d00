import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '#platform/api';
import { CodeItemType } from '#reference/api';

export const YesNoEnum = { YES: 'YES', NO: 'NO', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(YesNoEnum, { name: 'YesNoUnknown', description: 'An answer that may not be known.' });

const code = (description: string) => Field(() => CodeItemType, { nullable: true, description });
const text = (description: string) => Field(() => String, { nullable: true, description });
const day = (description: string) => Field(() => DateScalar, { nullable: true, description });
const yesNo = (description: string) => Field(() => YesNoEnum, { description });

@ObjectType('Detention', { description: 'Arrest, detention or imprisonment (VCCR 1963 art. 36).' })
export class DetentionType {
  @code('Who holds the person.') authority: CodeItemType | null;
  @code('On what ground.') basis: CodeItemType | null;
  @code('ICCS section.') offence: CodeItemType | null;
  @text('The charge as the host country words it.') offenceLocal: string | null;
  @text('Prison, police station or centre.') facility: string | null;
  @day('Day of arrest.') arrestedOn: string | null;
  @day('Day on which the mission was told.') missionNotifiedOn: string | null;
  @day('Day of the first consular visit.') firstVisitOn: string | null;
}

@ObjectType('Death', { description: 'A death abroad (VCCR 1963 art. 37).' })
export class DeathType {
  @code('Natural, accident, suicide, homicide…') manner: CodeItemType | null;
  @code('Block or chapter of WHO ICD-10.') icd10: CodeItemType | null;
  @yesNo('Whether in custody.') inCustody: string;
  @yesNo('Whether at work.') atWork: string;
  @text('The cause as the source wrote it.') causeText: string | null;
}

@ObjectType('Labour', { description: "A migrant worker's matter." })
export class LabourType {
  @Field(() => [CodeItemType], { description: 'What is wrong; the first is the cause that the counts use.' })
  issues: CodeItemType[];
  @text('Name of the employer.') employer: string | null;
  @yesNo('Whether an injury was fatal.') injuryFatal: string;
  @code('ISCO-08 major group.') occupation: CodeItemType | null;
  @code('ISIC Rev. 4 section.') activity: CodeItemType | null;
  @code('Status in the host country.') legalStatus: CodeItemType | null;
}

@ObjectType('Insurance', { description: 'Help with insurance or an allowance.' })
export class InsuranceType {
  @code('Kind of scheme.') scheme: CodeItemType | null;
  @code('Whether enrolled.') enrolment: CodeItemType | null;
  @code('Benefit asked for.') benefit: CodeItemType | null;
  @code('Where the claim stands.') claim: CodeItemType | null;
}

@ObjectType('CrimeVictim', { description: 'A person harmed by a crime.' })
export class CrimeVictimType {
  @code('ICCS section.') offence: CodeItemType | null;
  @day('Day of the report to the police.') reportedPoliceOn: string | null;
}

@ObjectType('Missing', { description: 'A person whose whereabouts are not known.' })
export class MissingType {
  @code('What is known of the circumstances.') circumstance: CodeItemType | null;
  @day('Day on which the person was last seen.') lastSeenOn: string | null;
}
