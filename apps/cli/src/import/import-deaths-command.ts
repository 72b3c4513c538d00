import { join } from 'node:path';
import { Command, Option } from 'commander';
import {
  BUILT_IN_PROFILES,
  type FileImport,
  type ProfileFile,
  profileAt,
  ProfileError,
  profileNamed,
} from '#cases';
import { type Language, languageOf, LANGUAGES, readConfig, Refusal, Words } from '#platform';
import { allWords, prepareDatabase } from '../../../street.js';
import { withOwnerUrl } from '../database/operators-database.js';
import { importByOperator } from './operators-import.js';
import { reportLines, refusalLines } from './report.js';

interface Options {
  profile: string;
  partial: boolean;
  check: boolean;
  unmappedAs?: string;
  language: Language;
}

export function importDeathsCommand(): Command {
  return new Command('deaths')
    .description('Import deaths abroad. All rows or none, unless --partial; a second run adds nothing.')
    .argument('<file>', 'CSV, as UTF-8')
    .requiredOption('--profile <profile>', 'name of a profile, or path of a profile file (*.yaml)')
    .option('--partial', 'import the good rows although some are refused', false)
    .option('--check', 'only say what would happen', false)
    .option(
      '--unmapped-as <code>',
      'ICD-10 block for cause texts that the profile does not know, e.g. UNKNOWN',
    )
    .addOption(
      new Option('--language <language>', 'of the messages')
        .choices(LANGUAGES)
        .default(languageOf(process.env.LANG?.slice(0, 2) ?? 'en'), 'by LANG'),
    )
    .action((file: string, options: Options) => importDeaths(file, options));
}

async function importDeaths(path: string, options: Options): Promise<void> {
  const words = await Words.of(allWords);
  try {
    const profile = await findProfile(options.profile);
    const order: FileImport = { ...options, path, profile };
    const report = await withOwnerUrl(async (ownerUrl) => {
      await prepareDatabase(ownerUrl);
      return importByOperator(ownerUrl, order);
    });
    console.log(reportLines(report, words, options.language).join('\n'));
    if (report.failure) process.exitCode = 1;
  } catch (error) {
    console.error(whyNot(error, path, words, options.language));
    process.exitCode = 1;
  }
}

function findProfile(nameOrPath: string): Promise<ProfileFile> {
  if (/\.ya?ml$/.test(nameOrPath)) return profileAt(nameOrPath);
  return profileNamed(nameOrPath, [BUILT_IN_PROFILES, join(readConfig(process.env).dataDir, 'profiles')]);
}

/** What the operator can mend, in words. @throws the error when it is a surprise. */
function whyNot(error: unknown, path: string, words: Words, language: Language): string {
  if (error instanceof Refusal) {
    return refusalLines(error.items.map((item) => words.refusal(item, language))).join('\n');
  }
  if (error instanceof ProfileError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return language === 'mn'
      ? `${path} файлыг уншиж чадсангүй (${code}).`
      : `The file ${path} cannot be read (${code}).`;
  }
  throw error;
}
