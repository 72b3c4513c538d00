import type { RoomWords } from '#platform';
import { rowWords } from './row.words.js';
import { importWorkWords } from './import-work.words.js';

/** What an import refuses, and what the clerk can do about it. Rows are counted as a spreadsheet shows them. */
export const importWords: RoomWords = {
  notices: importWorkWords.notices,
  refusals: {
    FILE_TOO_BIG: {
      en: { message: 'The file is larger than {{max}} MB.', remedy: 'Split it into smaller files.' },
      mn: { message: 'Файл {{max}} МБ-аас том байна.', remedy: 'Хэд хэдэн жижиг файл болгон хуваана уу.' },
    },
    FILE_EMPTY: {
      en: {
        message: 'The file is empty.',
        remedy: 'Check that the right file was chosen and save it again.',
      },
      mn: { message: 'Файл хоосон байна.', remedy: 'Зөв файл сонгосон эсэхээ шалгаад дахин хадгална уу.' },
    },
    FILE_ONLY_HEADER: {
      en: {
        message: 'The file has a first line with names, but no rows.',
        remedy: 'Add the rows below the first line.',
      },
      mn: {
        message: 'Файлд баганын нэр л байна, мөр алга.',
        remedy: 'Эхний мөрийн доор мэдээллээ нэмнэ үү.',
      },
    },
    FILE_IS_SPREADSHEET: {
      en: {
        message: 'This is a spreadsheet (XLSX, XLS or ODS), whatever its name says.',
        remedy: 'Open it in the spreadsheet program and save it as "CSV UTF-8 (comma delimited)".',
      },
      mn: {
        message: 'Нэр нь CSV боловч энэ нь хүснэгтийн программын файл (XLSX, XLS, ODS) байна.',
        remedy: 'Хүснэгтийн программаар нээж, «CSV UTF-8» төрлөөр хадгална уу.',
      },
    },
    FILE_IS_UTF16: {
      en: {
        message: 'The text is written in UTF-16 ("Unicode text").',
        remedy: 'Save the file as "CSV UTF-8".',
      },
      mn: {
        message: 'Бичвэр UTF-16 («Unicode text») кодлолтой байна.',
        remedy: 'Файлаа «CSV UTF-8» төрлөөр хадгална уу.',
      },
    },
    FILE_NOT_TEXT: {
      en: {
        message: 'This is not a text: it holds bytes that no text has.',
        remedy: 'Save the table as "CSV UTF-8" in the program that made it.',
      },
      mn: {
        message: 'Энэ бичвэр файл биш байна: бичвэрт байдаггүй байт агуулж байна.',
        remedy: 'Хүснэгтээ үүсгэсэн программд нь «CSV UTF-8» төрлөөр хадгална уу.',
      },
    },
    FILE_NOT_UTF8: {
      en: {
        message: 'Row {{row}} holds letters that are not UTF-8 (perhaps Windows Cyrillic, cp1251).',
        remedy: 'Save the file as "CSV UTF-8", or use a profile with "encoding: windows-1251".',
      },
      mn: {
        message: '{{row}}-р мөрөнд UTF-8 биш үсэг байна (Windows-ийн кирилл cp1251 байж магадгүй).',
        remedy:
          'Файлаа «CSV UTF-8» төрлөөр хадгалах, эсвэл «encoding: windows-1251» гэсэн тохиргоо ашиглана уу.',
      },
    },
    FILE_ROW_TOO_LONG: {
      en: {
        message: 'Row {{row}} is longer than {{max}} bytes.',
        remedy: 'Look for a quotation mark (") that is opened and never closed in it or before it.',
      },
      mn: {
        message: '{{row}}-р мөр {{max}} байтаас урт байна.',
        remedy: 'Энэ мөр буюу түүнээс өмнө хаагаагүй хашилт (") байгаа эсэхийг шалгана уу.',
      },
    },
    FILE_QUOTES: {
      en: {
        message: 'The quotation marks (") in row {{row}} do not fit together.',
        remedy: 'Put values that hold a separator in quotes, and write a quote inside them twice ("").',
      },
      mn: {
        message: '{{row}}-р мөрийн хашилт (") таарахгүй байна.',
        remedy: 'Тусгаарлагч агуулсан утгыг хашилтад хийж, доторх хашилтыг хоёр удаа ("") бичнэ үү.',
      },
    },
    FILE_TOO_MANY_ROWS: {
      en: { message: 'The file has more than {{max}} rows.', remedy: 'Split it into smaller files.' },
      mn: { message: 'Файл {{max}}-аас олон мөртэй байна.', remedy: 'Хэд хэдэн файл болгон хуваана уу.' },
    },
    COLUMN_MISSING: {
      en: {
        message: 'The first line has no column "{{column}}". It has: {{found}}.',
        remedy: 'Name the column so in the file, or choose the profile that fits the file.',
      },
      mn: {
        message: 'Эхний мөрөнд «{{column}}» багана алга. Байгаа нь: {{found}}.',
        remedy: 'Файл дахь баганыг ингэж нэрлэх, эсвэл файлд таарах тохиргоог сонгоно уу.',
      },
    },
    COLUMN_TWICE: {
      en: {
        message: 'The first line has the column "{{column}}" twice.',
        remedy: 'Remove or rename one of them.',
      },
      mn: {
        message: 'Эхний мөрөнд «{{column}}» багана хоёр удаа байна.',
        remedy: 'Нэгийг нь хасах буюу нэрийг нь солино уу.',
      },
    },
    COLUMN_UNKNOWN: {
      en: {
        message: 'The profile does not know these columns: {{columns}}.',
        remedy: 'Remove them from the file, or name them in the profile under "ignore".',
      },
      mn: {
        message: 'Тохиргоонд дараах багана алга: {{columns}}.',
        remedy: 'Файлаас хасах, эсвэл тохиргооны «ignore» хэсэгт нэрлэнэ үү.',
      },
    },
    ...rowWords,
    UNMAPPED_TEXTS: {
      en: {
        message: 'The profile does not say what {{count}} cause texts mean. They are listed with the import.',
        remedy: 'Add them to the profile under "causes" and check the file again.',
      },
      mn: {
        message:
          '{{count}} шалтгааны бичвэрийг тохиргоонд тайлбарлаагүй байна. Жагсаалтыг оруулалтын хуудаснаас харна уу.',
        remedy: 'Тохиргооны «causes» хэсэгт нэмээд файлыг дахин шалгана уу.',
      },
    },
    ROWS_REFUSED: {
      en: {
        message: '{{count}} of the rows are refused, so nothing was imported.',
        remedy: 'Correct them in the file, or import the good rows alone (partial).',
      },
      mn: {
        message: '{{count}} мөрөөс татгалзсан тул юу ч оруулаагүй.',
        remedy: 'Файлд засах, эсвэл зөвхөн зөв мөрүүдийг оруулахыг (partial) сонгоно уу.',
      },
    },
    UNKNOWN_PROFILE: {
      en: { message: 'There is no profile "{{name}}".', remedy: 'Choose one of: {{known}}.' },
      mn: { message: '«{{name}}» гэсэн тохиргоо алга.', remedy: 'Дараахаас сонгоно уу: {{known}}.' },
    },
    PROFILE_BROKEN: {
      en: {
        message: 'The profile cannot be used. Line {{line}}, {{key}}: {{problem}}',
        remedy: '{{remedy}}',
      },
      mn: {
        message: 'Тохиргоог ашиглах боломжгүй. {{line}}-р мөр, {{key}}: {{problem}}',
        remedy: 'Тохиргооны файлыг засна уу. {{remedy}}',
      },
    },
    UPLOAD_NOT_FOUND: {
      en: { message: 'The file is no longer here.', remedy: 'Send it again.' },
      mn: { message: 'Файл одоо байхгүй болсон.', remedy: 'Дахин илгээнэ үү.' },
    },
    UPLOADS_FULL: {
      en: {
        message: 'There is no room for more files now.',
        remedy: 'Try again later, or ask the operator.',
      },
      mn: {
        message: 'Одоогоор файл хадгалах зай алга.',
        remedy: 'Дараа дахин оролдох, эсвэл операторт хандана уу.',
      },
    },
    UPLOAD_BROKEN_OFF: {
      en: { message: 'The file did not arrive whole.', remedy: 'Send it again.' },
      mn: { message: 'Файл бүрэн ирсэнгүй.', remedy: 'Дахин илгээнэ үү.' },
    },
    IMPORT_NOT_FOUND: {
      en: { message: 'There is no such import.', remedy: 'Send the file and check it first.' },
      mn: { message: 'Ийм оруулалт алга.', remedy: 'Эхлээд файлаа илгээж шалгуулна уу.' },
    },
    IMPORT_NOT_CHECKED: {
      en: { message: 'The file has not been checked yet.', remedy: 'Wait until the check has ended.' },
      mn: { message: 'Файлыг шалгаж дуусаагүй байна.', remedy: 'Шалгаж дуустал хүлээнэ үү.' },
    },
    ...importWorkWords.refusals,
  },
};
