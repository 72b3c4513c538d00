import type { Language, RoomWords } from '#platform';
import type { Basis, Dimension } from './question.js';

/** What the statistics room refuses, and what a person can do about it. */
export const statisticsWords: RoomWords = {
  refusals: {
    HOW_MANY_DIMENSIONS: {
      en: { message: 'A table has one to three dimensions.', remedy: 'Choose one, two or three.' },
      mn: { message: 'Хүснэгт нэгээс гурван хэмжээстэй.', remedy: 'Нэг, хоёр эсвэл гурвыг сонгоно уу.' },
    },
    DIMENSION_TWICE: {
      en: { message: 'A dimension was chosen twice.', remedy: 'Choose each once.' },
      mn: { message: 'Нэг хэмжээсийг хоёр удаа сонгосон байна.', remedy: 'Тус бүрийг нэг удаа сонгоно уу.' },
    },
    NO_MONTH: {
      en: { message: 'This is not a month.', remedy: 'Write year-month, for example 2016-03.' },
      mn: { message: 'Энэ сар биш байна.', remedy: 'Он-сар хэлбэрээр бичнэ үү, жишээ нь 2016-03.' },
    },
    PERIOD_REVERSED: {
      en: {
        message: 'The period ends before it begins.',
        remedy: 'Give an end that is not before {{from}}.',
      },
      mn: {
        message: 'Хугацааны төгсгөл эхлэлээсээ өмнө байна.',
        remedy: 'Төгсгөлд {{from}} буюу түүнээс хойшхи сарыг сонгоно уу.',
      },
    },
    PERIOD_TOO_LONG: {
      en: { message: 'The period is longer than {{years}} years.', remedy: 'Choose a shorter one.' },
      mn: { message: 'Хугацаа {{years}} жилээс урт байна.', remedy: 'Богино хугацаа сонгоно уу.' },
    },
    MONTH_ALWAYS_KNOWN: {
      en: {
        message: 'The months in which cases are opened and closed are always known.',
        remedy: 'Count the cases that happened in the period, or leave "month unknown" out.',
      },
      mn: {
        message: 'Хэрэг нээсэн, хаасан сар үргэлж тодорхой байдаг.',
        remedy: 'Хугацаанд болсон хэргийг тоолох, эсвэл «сар нь тодорхойгүй» гэснийг хасна уу.',
      },
    },
    STOCK_TO_COME: {
      en: {
        message: 'This period has not begun: how many cases will be open at its end is not known.',
        remedy: 'Choose a period that begins in {{month}} or earlier.',
      },
      mn: {
        message: 'Энэ хугацаа эхлээгүй байна: түүний эцэст хэдэн хэрэг нээлттэй байхыг мэдэх боломжгүй.',
        remedy: '{{month}} буюу түүнээс өмнө эхлэх хугацаа сонгоно уу.',
      },
    },
    NO_WHOLE_YEAR: {
      en: {
        message:
          'The period holds no whole year, and an event of unknown month is counted with its whole year.',
        remedy: 'Choose a period that holds January to December of a year, or leave "month unknown" out.',
      },
      mn: {
        message: 'Хугацаанд бүтэн жил алга; сар нь тодорхойгүй үйл явдлыг бүтэн жилээр нь тоолдог.',
        remedy:
          'Аль нэг оны 1 дүгээр сараас 12 дугаар сарыг багтаасан хугацаа сонгох, эсвэл «сар нь тодорхойгүй» гэснийг ' +
          'хасна уу.',
      },
    },
    UNKNOWN_CATEGORY: {
      en: {
        message: '"{{code}}" is not known to the register.',
        remedy: 'Choose from the list, or leave it out.',
      },
      mn: { message: '«{{code}}» гэсэн утга бүртгэлд алга.', remedy: 'Жагсаалтаас сонгох, эсвэл хасна уу.' },
    },
    COUNTS_OF_ANOTHER_MISSION: {
      en: {
        message: 'You see the counts of your own mission only.',
        remedy: 'Leave the other missions out; the consular department can count them.',
      },
      mn: {
        message: 'Та зөвхөн өөрийн төлөөлөгчийн газрын тоог харна.',
        remedy: 'Бусад газрыг хасна уу; тэдгээрийг консулын газар тоолж чадна.',
      },
    },
    TABLE_TOO_LARGE: {
      en: {
        message: 'The table would have more than {{max}} cells.',
        remedy: 'Choose fewer dimensions, a shorter period, or fewer countries, causes or missions.',
      },
      mn: {
        message: 'Хүснэгтийн нүдний тоо {{max}} хязгаараас хэтэрнэ.',
        remedy: 'Хэмжээс, хугацаа, улс, шалтгаан эсвэл төлөөлөгчийн газрын тоог цөөлнө үү.',
      },
    },
  },
};

type Text = Record<Language, string>;

export const dimensionLabels: Record<Dimension, Text> = {
  COUNTRY: { en: 'Country', mn: 'Улс' },
  CAUSE: { en: 'Cause', mn: 'Шалтгаан' },
  YEAR: { en: 'Year', mn: 'Он' },
  MONTH: { en: 'Month', mn: 'Сар' },
  TYPE: { en: 'Type of case', mn: 'Хэргийн төрөл' },
  SEX: { en: 'Sex', mn: 'Хүйс' },
  MISSION: { en: 'Mission', mn: 'Төлөөлөгчийн газар' },
};

/** What one case in the table is, said so that nobody takes a stock for a flow. {from} and {to} are months. */
export const basisStatements: Record<Basis, Text> = {
  OCCURRED: {
    en:
      'Cases whose event happened from {from} to {to}. An event known to the year only is counted when the whole ' +
      'year lies in the period.',
    mn:
      '{from} – {to} хугацаанд болсон үйл явдлын хэргүүд. Зөвхөн он нь мэдэгдэж буй үйл явдлыг тухайн он бүтнээрээ ' +
      'хугацаанд багтсан үед тоолно.',
  },
  OPENED: {
    en: 'Cases opened from {from} to {to}, by the day on which the mission learned of the matter.',
    mn: '{from} – {to} хугацаанд нээсэн хэргүүд; төлөөлөгчийн газар мэдсэн өдрөөр нь тоолсон.',
  },
  OPEN_AT_END: {
    en: 'Cases open at the end of {to}: opened by then, and not yet closed or rejected.',
    mn: '{to} сарын эцэст нээлттэй байсан хэргүүд: тэр үед нээгдсэн, хаагдаагүй, татгалзаагүй.',
  },
};

/** Added where events are counted by their date and some cases have none. {n} is how many. */
export const undatedStatement: Text = {
  en: 'Left out: {n} of unknown date, which belong to no period.',
  mn: 'Огноо нь тодорхойгүй тул аль ч хугацаанд ороогүй хэрэг: {n}.',
};

/** Added to a stock of the month that is running. {to} is the month. */
export const unendedStatement: Text = {
  en: '{to} has not ended: for it, this is how many are open now.',
  mn: '{to} сар дуусаагүй тул түүний тоо нь одоо нээлттэй байгаа хэргийн тоо.',
};

/** Added to a stock that is shown over years or months. */
export const stockOverTime: Text = {
  en: 'Each year or month shows how many were open at its end, so these figures must not be added up.',
  mn: 'Он, сар бүрд түүний эцэст хэдэн хэрэг нээлттэй байсныг харуулсан тул эдгээр тоог хооронд нь нэмж болохгүй.',
};

export const illustrationStatement: Text = {
  en: '{n} of the {total} are fictional illustrations.',
  mn: '{total} хэргийн {n} нь зохиомол жишээ.',
};

export const otherWords = {
  monthUnknown: { en: 'month unknown', mn: 'сар нь тодорхойгүй' },
  code: { en: 'code', mn: 'код' },
  count: { en: 'Cases', mn: 'Хэргийн тоо' },
  counted: { en: 'What is counted', mn: 'Юуг тоолсон' },
  period: { en: 'Period', mn: 'Хугацаа' },
  basis: { en: 'Basis', mn: 'Тоолох үндэс' },
  countedAt: { en: 'Counted at', mn: 'Тоолсон цаг' },
  only: { en: 'Only', mn: 'Зөвхөн' },
  total: { en: 'Total', mn: 'Нийт' },
} satisfies Record<string, Text>;

export const basisLabels: Record<Basis, Text> = {
  OCCURRED: { en: 'happened in the period', mn: 'хугацаанд болсон' },
  OPENED: { en: 'opened in the period', mn: 'хугацаанд нээсэн' },
  OPEN_AT_END: { en: 'open at the end of the period', mn: 'хугацааны эцэст нээлттэй' },
};

/** Puts figures in the place of {names}. */
export function fill(text: string, figures: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(figures[name] ?? whole));
}
