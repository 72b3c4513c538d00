import type { RoomWords } from '#platform';

/** What can be wrong with a single row of a file. */
export const rowWords: RoomWords['refusals'] = {
  ROW_WIDTH: {
    en: {
      message: 'The row has {{found}} values; the first line names {{expected}}.',
      remedy: 'Put a value that holds the separator in quotation marks, or fill in what is missing.',
    },
    mn: {
      message: 'Мөрөнд {{found}} утга байна, харин эхний мөрөнд {{expected}} багана бий.',
      remedy: 'Тусгаарлагч агуулсан утгыг хашилтад хийх, эсвэл дутуу утгыг нөхнө үү.',
    },
  },
  ROW_REQUIRED: {
    en: {
      message: 'The value is missing.',
      remedy: 'Fill it in, or import the other rows without this one.',
    },
    mn: { message: 'Утга байхгүй байна.', remedy: 'Нөхөж бичих, эсвэл энэ мөргүйгээр бусдыг оруулна уу.' },
  },
  ROW_DATE_FORMAT: {
    en: {
      message: 'This is not a date written {{format}}.',
      remedy: 'Write it so, or set the format in the profile.',
    },
    mn: {
      message: '{{format}} хэлбэрээр бичсэн огноо биш байна.',
      remedy: 'Ийм хэлбэрээр бичих, эсвэл тохиргоонд хэлбэрийг нь заана уу.',
    },
  },
  ROW_DATE_SERIAL: {
    en: {
      message: '{{value}} is the number by which a spreadsheet keeps a date.',
      remedy:
        "Format the column's cells as a date ({{format}}) in the spreadsheet, and save the file as CSV again.",
    },
    mn: {
      message: '{{value}} нь хүснэгтийн программ огноог хадгалдаг тоо байна.',
      remedy:
        'Хүснэгтийн программд баганын нүднүүдийг огноо ({{format}}) болгож, файлаа CSV-ээр дахин хадгална уу.',
    },
  },
  ROW_NO_NAME: {
    en: {
      message: 'The row has a value in a column that has no name in the first line.',
      remedy: 'Name the column in the first line, or empty it.',
    },
    mn: {
      message: 'Эхний мөрөнд нэргүй баганад утга байна.',
      remedy: 'Эхний мөрөнд баганад нэр өгөх, эсвэл утгыг арилгана уу.',
    },
  },
  ROW_NO_SUCH_DAY: {
    en: { message: 'The calendar has no such day.', remedy: 'Correct the day, month or year.' },
    mn: { message: 'Хуанлид ийм өдөр байхгүй.', remedy: 'Өдөр, сар, оныг засна уу.' },
  },
  ROW_COUNTRY: {
    en: {
      message: '"{{value}}" is not a country that the register knows.',
      remedy:
        'Write its two or three letters or its name as the register shows it, or say in the profile under "countries" what is meant.',
    },
    mn: {
      message: '«{{value}}» гэсэн улсыг бүртгэл танихгүй байна.',
      remedy:
        'Хоёр буюу гурван үсгийн код, эсвэл бүртгэлд байгаа нэрийг нь бичих, эсвэл тохиргооны «countries» хэсэгт утгыг нь заана уу.',
    },
  },
  ROW_CAUSE: {
    en: {
      message: 'The profile does not say what this cause text means.',
      remedy: 'Add the text to the profile under "causes".',
    },
    mn: {
      message: 'Энэ шалтгааны бичвэрийг тохиргоонд тайлбарлаагүй байна.',
      remedy: 'Бичвэрийг тохиргооны «causes» хэсэгт нэмнэ үү.',
    },
  },
};
