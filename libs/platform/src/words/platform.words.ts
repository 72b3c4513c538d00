import type { RoomWords } from './words.js';

/** Refusals that any room may give: shapes, lengths, pages. */
export const platformWords: RoomWords = {
  refusals: {
    REQUIRED: {
      en: { message: 'This is needed.', remedy: 'Fill it in.' },
      mn: { message: 'Энэ талбарыг заавал бөглөнө.', remedy: 'Утгыг оруулна уу.' },
    },
    TOO_LONG: {
      en: { message: 'The text is longer than {{max}} characters.', remedy: 'Shorten it.' },
      mn: { message: 'Бичвэр {{max}} тэмдэгтээс урт байна.', remedy: 'Товчилж бичнэ үү.' },
    },
    TOO_MANY: {
      en: { message: 'There are more than {{max}} values.', remedy: 'Leave some out.' },
      mn: { message: '{{max}}-аас олон утга сонгосон байна.', remedy: 'Заримыг нь хасна уу.' },
    },
    BAD_TEXT: {
      en: {
        message:
          'The text holds a character that nobody sees (a control character, or one that turns the direction of writing).',
        remedy: 'Type the text again instead of pasting it.',
      },
      mn: {
        message:
          'Бичвэрт нүдэнд харагдахгүй (удирдлагын эсвэл бичгийн чиглэл өөрчилдөг) тэмдэгт орсон байна.',
        remedy: 'Хуулж тавихын оронд дахин бичнэ үү.',
      },
    },
    BAD_ID: {
      en: { message: 'This is not an identifier of this register.', remedy: 'Send a UUID (version 7).' },
      mn: { message: 'Энэ бүртгэлийн дугаар биш байна.', remedy: 'UUID (7-р хувилбар) илгээнэ үү.' },
    },
    BAD_DATE: {
      en: {
        message: 'This is not a day of the calendar.',
        remedy: 'Write year-month-day, for example 2026-03-09.',
      },
      mn: {
        message: 'Ийм өдөр хуанлид байхгүй.',
        remedy: 'Он-сар-өдөр хэлбэрээр бичнэ үү, жишээ нь 2026-03-09.',
      },
    },
    BAD_VALUE: {
      en: {
        message: 'This value has the wrong form.',
        remedy: 'Compare it with the example beside the field.',
      },
      mn: { message: 'Утгын хэлбэр буруу байна.', remedy: 'Талбарын хажуугийн жишээтэй тулгана уу.' },
    },
    BAD_INSTANT: {
      en: {
        message: 'This is not a moment in time.',
        remedy: 'Write day, time and offset, for example 2026-03-09T14:05:00+09:00.',
      },
      mn: {
        message: 'Ийм цаг мөч байхгүй.',
        remedy: 'Өдөр, цаг, цагийн зөрүүг бичнэ үү, жишээ нь 2026-03-09T14:05:00+09:00.',
      },
    },
    BAD_MONTH: {
      en: {
        message: 'This is not a month of the calendar.',
        remedy: 'Write year-month, for example 2026-03.',
      },
      mn: { message: 'Ийм сар хуанлид байхгүй.', remedy: 'Он-сар хэлбэрээр бичнэ үү, жишээ нь 2026-03.' },
    },
    NOT_TEXT: {
      en: { message: 'This must be text.', remedy: 'Send it between quotation marks.' },
      mn: { message: 'Энд бичвэр байх ёстой.', remedy: 'Хашилтад хийж илгээнэ үү.' },
    },
    NOT_A_NUMBER: {
      en: {
        message: 'This must be a whole number.',
        remedy: 'Send figures without quotation marks or point.',
      },
      mn: { message: 'Энд бүхэл тоо байх ёстой.', remedy: 'Хашилт, таслалгүй тоо илгээнэ үү.' },
    },
    NOT_YES_OR_NO: {
      en: {
        message: 'This is answered by yes or no.',
        remedy: 'Send true or false, without quotation marks.',
      },
      mn: { message: 'Тийм эсвэл үгүй гэж хариулна.', remedy: 'Хашилтгүй true эсвэл false гэж илгээнэ үү.' },
    },
    NOT_FIELDS: {
      en: {
        message: 'This must be an object with fields.',
        remedy: 'Send it between braces, field by field.',
      },
      mn: {
        message: 'Энд талбаруудтай объект байх ёстой.',
        remedy: 'Угалзан хаалтад талбар тус бүрээр илгээнэ үү.',
      },
    },
    NOT_A_CHOICE: {
      en: { message: 'This is none of the possible values.', remedy: 'Choose one of: {{choices}}.' },
      mn: { message: 'Боломжит утгуудын аль нь ч биш байна.', remedy: 'Дараахаас сонгоно уу: {{choices}}.' },
    },
    UNKNOWN_FIELD: {
      en: { message: 'There is no such field.', remedy: 'Leave it out, or correct its name.' },
      mn: { message: 'Ийм талбар байхгүй.', remedy: 'Хасах, эсвэл нэрийг нь засна уу.' },
    },
    NOTHING_HERE: {
      en: { message: 'There is nothing at this address.', remedy: 'Check the address.' },
      mn: { message: 'Энэ хаягт юу ч алга.', remedy: 'Хаягаа шалгана уу.' },
    },
    ONLY_POST: {
      en: { message: 'Questions are not put into the address.', remedy: 'Send them as a POST, in JSON.' },
      mn: {
        message: 'Асуултыг хаягт бичиж илгээдэггүй.',
        remedy: 'JSON хэлбэрээр POST хүсэлтээр илгээнэ үү.',
      },
    },
    BODY_TOO_BIG: {
      en: {
        message: 'The request is larger than {{max}} KB.',
        remedy: 'Send less at once; files go to /files.',
      },
      mn: {
        message: 'Хүсэлт {{max}} КБ-аас том байна.',
        remedy: 'Багаар хувааж илгээнэ үү; файлыг /files хаягаар илгээнэ.',
      },
    },
    NOT_JSON: {
      en: { message: 'The request is not JSON that can be read.', remedy: 'Check that it is complete.' },
      mn: { message: 'Хүсэлтийн JSON уншигдахгүй байна.', remedy: 'Бүтэн эсэхийг шалгана уу.' },
    },
    NOT_UTF8: {
      en: { message: 'Only text in UTF-8 is read.', remedy: 'Convert it to UTF-8 and send it again.' },
      mn: {
        message: 'Зөвхөн UTF-8 кодчилолтой бичвэр уншина.',
        remedy: 'UTF-8 болгож хөрвүүлээд дахин илгээнэ үү.',
      },
    },
    WRONG_CONTENT_TYPE: {
      en: { message: 'Requests are in JSON.', remedy: 'Send them with content-type: application/json.' },
      mn: {
        message: 'Хүсэлт JSON хэлбэртэй байна.',
        remedy: 'content-type: application/json гэж илгээнэ үү.',
      },
    },
    COMPRESSED: {
      en: { message: 'Compressed requests are not read.', remedy: 'Send it without content-encoding.' },
      mn: { message: 'Шахсан хүсэлтийг уншихгүй.', remedy: 'Шахахгүйгээр, content-encoding-гүй илгээнэ үү.' },
    },
    DATABASE_AWAY: {
      en: {
        message: 'The register cannot reach its data at the moment.',
        remedy: 'Try again in a few seconds. What is sent twice is kept once.',
      },
      mn: {
        message: 'Бүртгэл өгөгдөлдөө түр хандаж чадахгүй байна.',
        remedy: 'Хэдэн секундын дараа дахин оролдоно уу. Хоёр удаа илгээсэн ч нэг удаа хадгална.',
      },
    },
    DISK_FULL: {
      en: {
        message: 'The disk of the register is full: nothing could be kept.',
        remedy: 'Leave the page open, tell your administrator, and send it again once there is room.',
      },
      mn: {
        message: 'Бүртгэлийн диск дүүрсэн тул юу ч хадгалж чадсангүй.',
        remedy: 'Хуудсаа бүү хаа, админдаа хэлээд, зай гарсны дараа дахин илгээнэ үү.',
      },
    },
    TOO_SLOW: {
      en: {
        message: 'This took longer than the register allows, and was broken off.',
        remedy: 'Ask for less at once, or try again later.',
      },
      mn: {
        message: 'Зөвшөөрсөн хугацаанаас удсан тул тасаллаа.',
        remedy: 'Хүрээгээ багасгах, эсвэл дараа дахин оролдоно уу.',
      },
    },
    TOO_BUSY: {
      en: {
        message: 'Too many are asking the register at this moment.',
        remedy: 'Try again in a few seconds. Nothing was done yet.',
      },
      mn: {
        message: 'Яг одоо хэт олон хүн хандаж байна.',
        remedy: 'Хэдэн секундын дараа дахин оролдоно уу. Одоогоор юу ч хийгдээгүй.',
      },
    },
    PAGE_SIZE: {
      en: {
        message: 'A page has 1 to {{max}} rows.',
        remedy: 'Ask for at most {{max}} and go on from the cursor.',
      },
      mn: {
        message: 'Нэг хуудас 1-ээс {{max}} мөртэй.',
        remedy: '{{max}} хүртэл мөр авч, заагчаас үргэлжлүүлнэ үү.',
      },
    },
    BAD_CURSOR: {
      en: {
        message: 'This cursor is not one that the register gave.',
        remedy: 'Start again from the first page.',
      },
      mn: { message: 'Энэ заагчийг бүртгэл өгөөгүй байна.', remedy: 'Эхний хуудаснаас дахин эхэлнэ үү.' },
    },
  },
};
