import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsNotEmpty, IsUUID } from 'class-validator';
import { StaffRefType } from '#access/api';
import { ConnectionOf, DateTimeScalar, PlainText, RefusalType, Refused } from '#platform/api';
import { IMPORT_STATUSES, type ImportStatus, ROW_VERDICTS, type RowVerdict } from '../../import/index.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

const ImportStatusEnum = enumOf(IMPORT_STATUSES);
export const RowVerdictEnum = enumOf(ROW_VERDICTS);

registerEnumType(ImportStatusEnum, {
  name: 'ImportStatus',
  description: 'How far an import is.',
  valuesMap: {
    CHECKING: { description: 'Being read; nothing is written.' },
    CHECKED: { description: 'Read: see what would be imported, then run it.' },
    IMPORTING: { description: 'Being written, all or nothing.' },
    IMPORTED: { description: 'Done.' },
    FAILED: { description: 'Nothing was written; `failure` says why.' },
  },
});

registerEnumType(RowVerdictEnum, {
  name: 'RowVerdict',
  description: 'What becomes of a row.',
  valuesMap: {
    OK: { description: 'Would be imported.' },
    IMPORTED: { description: 'Has become a case.' },
    ALREADY_THERE: { description: 'Was imported before: nothing is added.' },
    REFUSED: { description: 'Cannot be imported; see field, reason and remedy.' },
  },
});

@ObjectType('ImportProfile', { description: 'What the columns and texts of one kind of file mean.' })
export class ImportProfileType {
  @Field(() => ID, { description: 'Its name, e.g. `us-deaths`.' })
  name: string;

  @Field({ description: 'In the language of the reader.' })
  label: string;
}

@ObjectType('UnmappedText', { description: 'A text of the file that the profile gives no meaning.' })
export class UnmappedTextType {
  @Field({ description: 'The column, by its name in the file.' })
  field: string;

  @Field({ description: 'The text as it stands in the file.' })
  text: string;

  @Field(() => Int, { description: 'How many rows have it.' })
  count: number;
}

@ObjectType('ImportRow', { description: 'What became of one row.' })
export class ImportRowType {
  @Field(() => Int, { description: 'As a spreadsheet counts: the line with the names is row 1.' })
  rowNo: number;

  @Field(() => RowVerdictEnum, { description: 'What becomes of it.' })
  verdict: RowVerdict;

  @Field(() => String, { nullable: true, description: 'The column at fault, by its name in the file.' })
  field: string | null;

  @Field(() => String, { nullable: true, description: 'What is wrong, in the language of the reader.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  remedy: string | null;
}

export const ImportRowConnection = ConnectionOf(ImportRowType, 'ImportRow');

@ObjectType('Import', { description: 'A file, what would become of it, and what has.' })
export class ImportType {
  @Field(() => ID, { description: 'Made by the client.' })
  id: string;

  @Field({ description: 'As its sender called it.' })
  fileName: string;

  @Field({ description: 'Name of the profile it is read by.' })
  profile: string;

  @Field(() => ImportStatusEnum, { description: 'How far it is.' })
  status: ImportStatus;

  @Field(() => Int, { description: 'Rows handled so far in the running step, of rowsTotal.' })
  rowsDone: number;

  @Field(() => Int, { description: 'An estimate by line ends until the file has been read once.' })
  rowsTotal: number;

  @Field(() => Int, { description: 'Rows that have become cases.' })
  imported: number;

  @Field(() => Int, { description: 'Rows that were imported before.' })
  alreadyThere: number;

  @Field(() => Int, { description: 'Rows that cannot be imported.' })
  refused: number;

  @Field(() => [UnmappedTextType], { description: 'Each text once; one is enough to refuse the file.' })
  unmapped: UnmappedTextType[];

  @Field(() => RefusalType, {
    nullable: true,
    description: "Why the whole file was refused, in the reader's language.",
  })
  failure: RefusalType | null;

  @Field(() => DateTimeScalar, { description: 'When the last step was ordered.' })
  startedAt: string;

  @Field(() => StaffRefType, { nullable: true, description: 'Who ordered it; null for the operator.' })
  by: StaffRefType | null;
}

export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'The import as it is now, or why it was not begun.',
  types: () => [ImportType, Refused] as const,
  resolveType: (value: object) => ('refusals' in value ? Refused : ImportType),
});

@InputType({
  description: 'The file goes first, as the body of POST /files, which answers { "fileId": … }.',
})
export class CheckImportInput {
  @Field(() => ID, { description: 'Client-made UUIDv7: the same check sent twice is one import.' })
  @IsUUID('7')
  id: string;

  @Field(() => ID, { description: 'What POST /files answered.' })
  @IsUUID('all')
  fileId: string;

  @Field(() => ID, { description: 'Name of a profile.' })
  @IsNotEmpty()
  @PlainText(60)
  profile: string;
}

@InputType({ description: 'Imports a file that has been checked.' })
export class RunImportInput {
  @Field(() => ID, { description: 'Of the import.' })
  @IsUUID('all')
  id: string;

  @Field({ defaultValue: false, description: 'Import the good rows although some are refused.' })
  partial: boolean;
}
