import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { DateScalar, PlainText } from '#platform/api';
import { YesNoEnum } from './record.types.js';

const code = (description: string) =>
  applyDecorators(
    Field(() => ID, { nullable: true, description }),
    IsOptional(),
    PlainText(60),
  );
const text = (max: number, description: string) =>
  applyDecorators(
    Field(() => String, { nullable: true, description }),
    IsOptional(),
    PlainText(max),
  );
const day = (description: string) => Field(() => DateScalar, { nullable: true, description });
const yesNo = (description: string) => Field(() => YesNoEnum, { nullable: true, description });

@InputType({ description: 'See Detention.' })
export class DetentionInput {
  @code('Code of AUTHORITY.') authority?: string | null;
  @code('Code of DETENTION_BASIS.') basis?: string | null;
  @code('Code of ICCS.') offence?: string | null;
  @text(300, 'The charge as the host country words it.') offenceLocal?: string | null;
  @text(300, 'Prison, police station or centre.') facility?: string | null;
  @day('Day of arrest.') arrestedOn?: string | null;
  @day('Day on which the mission was told.') missionNotifiedOn?: string | null;
  @day('Day of the first consular visit.') firstVisitOn?: string | null;
}

@InputType({ description: 'See Death.' })
export class DeathInput {
  @code('Code of DEATH_MANNER.') manner?: string | null;
  @code('Code of ICD10.') icd10?: string | null;
  @yesNo('Whether in custody.') inCustody?: string | null;
  @yesNo('Whether at work.') atWork?: string | null;
  @text(300, 'The cause as the source wrote it.') causeText?: string | null;
}

@InputType({ description: 'See Labour.' })
export class LabourInput {
  @Field(() => [ID], { nullable: true, description: 'Codes of LABOUR_ISSUE, the weightiest first.' })
  @IsOptional()
  @ArrayMaxSize(12)
  @PlainText(60, { each: true })
  issues?: string[] | null;
  @text(300, 'Name of the employer.') employer?: string | null;
  @yesNo('Whether an injury was fatal.') injuryFatal?: string | null;
  @code('Code of ISCO.') occupation?: string | null;
  @code('Code of ISIC.') activity?: string | null;
  @code('Code of LEGAL_STATUS.') legalStatus?: string | null;
}

@InputType({ description: 'See Insurance.' })
export class InsuranceInput {
  @code('Code of INSURANCE_SCHEME.') scheme?: string | null;
  @code('Code of ENROLMENT_STATUS.') enrolment?: string | null;
  @code('Code of BENEFIT.') benefit?: string | null;
  @code('Code of CLAIM_STATUS.') claim?: string | null;
}

@InputType({ description: 'See CrimeVictim.' })
export class CrimeVictimInput {
  @code('Code of ICCS.') offence?: string | null;
  @day('Day of the report to the police.') reportedPoliceOn?: string | null;
}

@InputType({ description: 'See Missing.' })
export class MissingInput {
  @code('Code of MISSING_CIRCUMSTANCE.') circumstance?: string | null;
  @day('Day on which the person was last seen.') lastSeenOn?: string | null;
}
