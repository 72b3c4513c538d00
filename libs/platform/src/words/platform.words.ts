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
        message: 'The text holds a character that cannot be kept (a control or null character).',
        remedy: 'Type the text again instead of pasting it.',
      },
      mn: {
        message: 'Бичвэрт хадгалах боломжгүй (удирдлагын эсвэл хоосон) тэмдэгт орсон байна.',
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
