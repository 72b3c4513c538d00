import type { RoomWords } from '#platform';
import { signInRefusals } from './sign-in/sign-in.words.js';
import { rightsNames, rightsNotices, rightsRefusals } from './rights/rights.words.js';

/** Refusals of the access room. */
export const accessWords: RoomWords = {
  refusals: {
    ...rightsRefusals,
    ...signInRefusals,
    BAD_EMAIL: {
      en: { message: 'This is not an e-mail address.', remedy: 'Write it like bolormaa@example.mn.' },
      mn: { message: 'Энэ и-мэйл хаяг биш байна.', remedy: 'bolormaa@example.mn хэлбэрээр бичнэ үү.' },
    },
    EMAIL_TAKEN: {
      en: {
        message: 'Somebody with this e-mail address is already among the staff.',
        remedy: 'Look for them in the list, also among those who may not sign in any more.',
      },
      mn: {
        message: 'Энэ и-мэйл хаягтай ажилтан аль хэдийн бүртгэлтэй байна.',
        remedy: 'Жагсаалтаас, нэвтрэх эрхгүй болсон хүмүүсийн дундаас ч хайж үзнэ үү.',
      },
    },
    STAFF_ID_TAKEN: {
      en: {
        message: 'Another person was already entered under this identifier.',
        remedy: 'Load the page again and enter this person anew.',
      },
      mn: {
        message: 'Энэ дугаараар өөр хүн аль хэдийн бүртгэгдсэн байна.',
        remedy: 'Хуудсыг дахин ачаалаад энэ хүнийг шинээр бүртгэнэ үү.',
      },
    },
    NO_SUCH_STAFF: {
      en: { message: 'There is no such staff member.', remedy: 'Load the list again and choose from it.' },
      mn: { message: 'Ийм ажилтан байхгүй.', remedy: 'Жагсаалтыг дахин ачаалж, түүнээс сонгоно уу.' },
    },
    NO_SUCH_MISSION: {
      en: { message: 'There is no such mission today.', remedy: 'Choose one from the list of missions.' },
      mn: {
        message: 'Ийм төлөөлөгчийн газар өнөөдөр байхгүй.',
        remedy: 'Төлөөлөгчийн газрын жагсаалтаас сонгоно уу.',
      },
    },
    ROLE_NEEDS_MISSION: {
      en: { message: 'This role is held at a mission.', remedy: 'Choose the mission too.' },
      mn: {
        message: 'Энэ үүргийг төлөөлөгчийн газарт гүйцэтгэнэ.',
        remedy: 'Төлөөлөгчийн газрыг мөн сонгоно уу.',
      },
    },
    ROLE_HAS_NO_MISSION: {
      en: { message: 'This role belongs to no mission.', remedy: 'Leave the mission out.' },
      mn: {
        message: 'Энэ үүрэг төлөөлөгчийн газарт харьяалагдахгүй.',
        remedy: 'Төлөөлөгчийн газрыг хоосон орхино уу.',
      },
    },
    OWN_ROLE: {
      en: {
        message: 'Nobody changes their own role or mission.',
        remedy: 'Ask another administrator.',
      },
      mn: {
        message: 'Хэн ч өөрийн үүрэг, төлөөлөгчийн газрыг өөрөө солихгүй.',
        remedy: 'Өөр администраторт хандана уу.',
      },
    },
    OWN_DEACTIVATION: {
      en: { message: 'Nobody closes their own account.', remedy: 'Ask another administrator.' },
      mn: { message: 'Хэн ч өөрийн эрхийг өөрөө хаахгүй.', remedy: 'Өөр администраторт хандана уу.' },
    },
    LAST_ADMINISTRATOR: {
      en: {
        message: 'This is the last administrator who may sign in.',
        remedy: 'Make somebody else an administrator first.',
      },
      mn: {
        message: 'Энэ бол нэвтрэх эрхтэй сүүлчийн администратор.',
        remedy: 'Эхлээд өөр хүнийг администратор болгоно уу.',
      },
    },
    INVITE_OVER: {
      en: {
        message: 'This link does not open.',
        remedy:
          'It may have been used, ended or be older than 72 hours. Ask your administrator for a new one.',
      },
      mn: {
        message: 'Энэ холбоос нээгдэхгүй байна.',
        remedy:
          'Аль хэдийн ашигласан, хүчингүй болсон эсвэл 72 цаг өнгөрсөн байж болно. Администратороос шинийг авна уу.',
      },
    },
    OWN_INVITE: {
      en: {
        message: 'Nobody makes a link for themselves.',
        remedy: 'Ask another administrator.',
      },
      mn: { message: 'Хэн ч өөртөө холбоос үүсгэхгүй.', remedy: 'Өөр администраторт хандана уу.' },
    },
    INACTIVE_STAFF: {
      en: {
        message: 'This person may not sign in.',
        remedy: 'Let them sign in first, then make the link.',
      },
      mn: {
        message: 'Энэ хүн нэвтрэх эрхгүй байна.',
        remedy: 'Эхлээд нэвтрэх эрхийг нь нээгээд, дараа нь холбоос үүсгэнэ үү.',
      },
    },
    NO_OPEN_INVITE: {
      en: {
        message: 'There is no link of this person that could be ended.',
        remedy: 'Load the page again: it was used, ended or is over.',
      },
      mn: {
        message: 'Энэ хүнд хүчингүй болгох холбоос алга.',
        remedy: 'Хуудсыг дахин ачаална уу: ашигласан, хүчингүй болсон эсвэл хугацаа нь дууссан байна.',
      },
    },
    STALE_STAFF_VERSION: {
      en: {
        message: 'Somebody else has changed this since you opened it.',
        remedy: 'Load it again, look at what is new, and make your change anew.',
      },
      mn: {
        message: 'Таныг нээснээс хойш өөр хүн үүнийг өөрчилсөн байна.',
        remedy: 'Дахин ачаалж, шинэ зүйлийг нь хараад өөрчлөлтөө дахин хийнэ үү.',
      },
    },
    LOG_TOO_LONG: {
      en: {
        message: 'More than {{max}} entries would be in this file.',
        remedy:
          'Narrow the list, for instance to one case, one person or a shorter period, and export it then.',
      },
      mn: {
        message: 'Энэ файлд {{max}}-аас олон мөр орох гэж байна.',
        remedy: 'Жагсаалтыг нэг хэрэг, нэг хүн эсвэл богино хугацаагаар шүүгээд дахин татаж авна уу.',
      },
    },
  },
  notices: rightsNotices,
  names: rightsNames,
};
