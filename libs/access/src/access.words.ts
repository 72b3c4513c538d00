import type { RoomWords } from '#platform';
import { rightsNames, rightsNotices, rightsRefusals } from './rights/rights.words.js';

/** Refusals of the access room. */
export const accessWords: RoomWords = {
  refusals: {
    ...rightsRefusals,
    SIGN_IN_FAILED: {
      en: {
        message: 'This e-mail address and this password do not belong together.',
        remedy:
          'Check both and try again. If you have forgotten the password, your administrator gives you a link to choose a new one.',
      },
      mn: {
        message: 'Энэ и-мэйл хаяг, нууц үг хоорондоо тохирохгүй байна.',
        remedy:
          'Хоёуланг нь шалгаад дахин оролдоно уу. Нууц үгээ мартсан бол администратор шинийг сонгох холбоос өгнө.',
      },
    },
    TOO_MANY_TRIES: {
      en: {
        message: 'There were too many tries to sign in.',
        remedy: 'Wait {{seconds}} seconds, then try again.',
      },
      mn: {
        message: 'Нэвтрэх оролдлого хэт олон удаа хийгдлээ.',
        remedy: '{{seconds}} секунд хүлээгээд дахин оролдоно уу.',
      },
    },
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
    PASSWORD_TOO_SHORT: {
      en: {
        message: 'The password is shorter than {{min}} characters.',
        remedy:
          'Take {{min}} or more: four words that have nothing to do with each other are easy to keep in mind.',
      },
      mn: {
        message: 'Нууц үг {{min}} тэмдэгтээс богино байна.',
        remedy: '{{min}} ба түүнээс олон тэмдэгт авна уу: хоорондоо холбоогүй дөрвөн үг тогтооход амархан.',
      },
    },
    PASSWORD_OBVIOUS: {
      en: {
        message: 'This password is among the first that anybody would try.',
        remedy: 'Take several words that have nothing to do with each other, the register or the work.',
      },
      mn: {
        message: 'Энэ бол хэн ч хамгийн түрүүнд туршиж үзэх нууц үг байна.',
        remedy: 'Хоорондоо, энэ бүртгэл болон ажилтай холбоогүй хэдэн үг авна уу.',
      },
    },
    PASSWORD_HOLDS_NAME: {
      en: {
        message: 'The password holds the person’s own e-mail address or name.',
        remedy: 'Take words that have nothing to do with the person.',
      },
      mn: {
        message: 'Нууц үгэнд тухайн хүний и-мэйл хаяг эсвэл нэр орсон байна.',
        remedy: 'Тухайн хүнтэй холбоогүй үг авна уу.',
      },
    },
    PASSWORD_COMMON: {
      en: {
        message:
          'This password, or one much like it, is in the lists of leaked and common ones that guessers use.',
        remedy:
          'Take four or more words that have nothing to do with each other, in any language: easy to keep in mind, hard to guess.',
      },
      mn: {
        message: 'Энэ нууц үг эсвэл түүнтэй төстэй нь алдагдсан, түгээмэл нууц үгийн жагсаалтад байна.',
        remedy:
          'Хоорондоо холбоогүй дөрөв ба түүнээс олон үг аль ч хэлээр авна уу: тогтооход амархан, таахад хэцүү.',
      },
    },
    WRONG_PASSWORD: {
      en: {
        message: 'This is not the password you sign in with now.',
        remedy:
          'Write it as you did when you signed in. If you have forgotten it, your administrator helps you to a new one.',
      },
      mn: {
        message: 'Энэ бол таны одоо нэвтэрдэг нууц үг биш байна.',
        remedy: 'Нэвтрэхдээ бичсэнээрээ бичнэ үү. Мартсан бол администратор шинийг авахад тусална.',
      },
    },
    SAME_PASSWORD: {
      en: { message: 'The new password is the old one.', remedy: 'Take another.' },
      mn: { message: 'Шинэ нууц үг хуучинтайгаа ижил байна.', remedy: 'Өөр нууц үг авна уу.' },
    },
    CODE_NEEDED: {
      en: {
        message: 'A code is needed too.',
        remedy: 'Write the six figures that your authenticator shows, or one of your recovery codes.',
      },
      mn: {
        message: 'Код бас хэрэгтэй.',
        remedy: 'Баталгаажуулагч програмын харуулж буй зургаан цифр эсвэл нөөц кодынхоо аль нэгийг бичнэ үү.',
      },
    },
    WRONG_CODE: {
      en: {
        message: 'This code is wrong, or was used before.',
        remedy:
          'Wait for the next code and write that; look whether the clock of your telephone is right. Or take a recovery code.',
      },
      mn: {
        message: 'Энэ код буруу, эсвэл өмнө нь хэрэглэгдсэн байна.',
        remedy:
          'Дараагийн кодыг хүлээгээд бичнэ үү; утасныхаа цаг зөв эсэхийг шалгаарай. Эсвэл нөөц код хэрэглэнэ үү.',
      },
    },
    FACTOR_THERE: {
      en: {
        message: 'You have one-time codes already.',
        remedy: 'Remove them first; a code is needed for it.',
      },
      mn: {
        message: 'Танд нэг удаагийн код аль хэдийн байна.',
        remedy: 'Эхлээд түүнийгээ болиулна уу; үүнд код хэрэгтэй.',
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
