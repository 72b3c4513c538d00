import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Precision } from '../file/dates.rules.js';

/** The person a case is about; may be unnamed. */
@Entity({ schema: 'cases', name: 'person' })
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'mission_id', update: false })
  missionId: string;

  @Column('text', { nullable: true })
  clan: string | null;

  @Column('text', { nullable: true })
  patronymic: string | null;

  @Column('text', { nullable: true })
  given: string | null;

  @Column('text', { name: 'latin_surname', nullable: true })
  latinSurname: string | null;

  @Column('text', { name: 'latin_given', nullable: true })
  latinGiven: string | null;

  @Column('text')
  sex: string;

  @Column('date', { name: 'birth_on', nullable: true })
  birthOn: string | null;

  @Column('text', { name: 'birth_precision' })
  birthPrecision: Precision;

  /** Names in their plain form, for search. */
  @Column('text', { name: 'match_key' })
  matchKey: string;
}
