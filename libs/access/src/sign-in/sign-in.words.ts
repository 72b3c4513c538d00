import type { RoomWords } from '#platform';

/** What is refused at the door: signing in, passwords, codes. */
export const signInRefusals: RoomWords['refusals'] = {
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
};
