import type { FileImportReport } from '#cases';
import type { Language, ReadableRefusal, Words } from '#platform';

const texts = {
  en: {
    row: 'row',
    rows: 'Rows',
    unmapped: 'Cause texts that the profile does not know, with their counts:',
    imported: 'imported',
    good: 'would be imported',
    there: 'already there',
    refused: 'refused',
    more: (n: number) => `… and ${n} more refused rows`,
  },
  mn: {
    row: 'мөр',
    rows: 'Мөр',
    unmapped: 'Тохиргоонд тайлбарлаагүй шалтгааны бичвэр, тоо:',
    imported: 'орсон',
    good: 'орох боломжтой',
    there: 'өмнө орсон',
    refused: 'татгалзсан',
    more: (n: number) => `… өөр ${n} мөрөөс татгалзсан`,
  },
};

/** What an import did, as the operator reads it: refused rows, unknown texts, then the sums. */
export function reportLines(report: FileImportReport, words: Words, language: Language): string[] {
  const said = texts[language];
  const lines: string[] = [];
  for (const { rowNo, problem } of report.refusedRows) {
    const { field, message, remedy } = words.refusal(problem, language);
    lines.push(`${said.row} ${rowNo}${field ? `, ${field}` : ''}: ${message} ${remedy}`);
  }
  const more = report.refused - report.refusedRows.length;
  if (more > 0) lines.push(said.more(more));
  if (report.unmapped.length > 0) {
    lines.push(said.unmapped, ...report.unmapped.map(({ text, count }) => `  ${count} × ${text}`));
  }
  if (report.failure) lines.push(...refusalLines([words.refusal(report.failure, language)]));
  const good =
    report.imported > 0 || report.good === 0
      ? `${said.imported} ${report.imported}`
      : `${said.good} ${report.good}`;
  const nothing = report.failure ? `${said.imported} 0, ` : '';
  lines.push(
    `${said.rows}: ${report.rows}; ${nothing}${good}, ${said.there} ${report.alreadyThere}, ${said.refused} ${report.refused}`,
  );
  return lines;
}

export function refusalLines(refusals: readonly ReadableRefusal[]): string[] {
  return refusals.map(({ message, remedy }) => `${message} ${remedy}`);
}
