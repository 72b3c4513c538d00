import type { RoomWords } from '#platform';

/** Why an import came to nothing although its file may be right. */
export const importWorkWords: RoomWords = {
  notices: {
    IMPORT_DONE: {
      en: 'Your import is done. Cases added: {{imported, number}}; there before: {{alreadyThere, number}}; refused: {{refused, number}}.',
      mn: 'Таны импорт дууслаа. Нэмэгдсэн хэрэг: {{imported, number}}; өмнө нь байсан: {{alreadyThere, number}}; татгалзсан: {{refused, number}}.',
    },
    IMPORT_FAILED: {
      en: 'Your import came to nothing: nothing was added. Open it to see why and what to do.',
      mn: 'Таны импорт амжилтгүй болж, юу ч нэмэгдээгүй. Шалтгаан, цаашид хийх зүйлийг нээж үзнэ үү.',
    },
  },
  refusals: {
    IMPORT_SIGNED_OUT: {
      en: {
        message: 'The session that ordered this ended before the work began.',
        remedy: 'Sign in and start it again.',
      },
      mn: { message: 'Ажил эхлэхээс өмнө нэвтрэлт дууссан байна.', remedy: 'Нэвтэрч орж дахин эхлүүлнэ үү.' },
    },
    IMPORT_NO_SPACE: {
      en: {
        message: 'The server has no space left on its disk; nothing was imported.',
        remedy: 'Tell the operator. When there is space again, start the import once more.',
      },
      mn: {
        message: 'Серверийн дискэнд зай үлдээгүй тул юу ч оруулаагүй.',
        remedy: 'Операторт мэдэгдэнэ үү. Зай гарсны дараа импортыг дахин эхлүүлнэ үү.',
      },
    },
    IMPORT_DATABASE_AWAY: {
      en: {
        message: 'The database could not be reached again and again; nothing was imported.',
        remedy: 'Wait a few minutes and start the import once more.',
      },
      mn: {
        message: 'Өгөгдлийн сантай дахин дахин холбогдож чадаагүй тул юу ч оруулаагүй.',
        remedy: 'Хэдэн минут хүлээгээд импортыг дахин эхлүүлнэ үү.',
      },
    },
    IMPORT_GIVEN_UP: {
      en: {
        message: 'The work broke off again and again; nothing was imported.',
        remedy: 'Tell the operator this number: {{errorId}}.',
      },
      mn: {
        message: 'Ажил дахин дахин тасалдсан тул юу ч оруулаагүй.',
        remedy: 'Операторт энэ дугаарыг хэлнэ үү: {{errorId}}.',
      },
    },
  },
};
