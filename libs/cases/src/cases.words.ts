import type { RoomWords } from '#platform';
import { actWords } from './acts/acts.words.js';
import { importWords } from './import/import.words.js';
import { caseTypes } from './records/case-types.js';

/** What dates are called where a refusal names two of them, by their paths: as in the web app's catalogs, which a spec compares. */
export const fieldNames: Record<string, Record<'mn' | 'en', string>> = {
  occurred: { en: 'When it happened', mn: 'Хэзээ болсон' },
  awareAt: { en: 'When the mission learned of it', mn: 'Төлөөлөгчийн газар хэзээ мэдсэн' },
  'subject.birth': { en: 'Date of birth', mn: 'Төрсөн огноо' },
  ...Object.fromEntries(caseTypes.flatMap(({ names }) => Object.entries(names ?? {}))),
};

/** What the cases room refuses, and what a person can do about it. */
export const casesWords: RoomWords = {
  notices: importWords.notices,
  names: { earlier: fieldNames, later: fieldNames },
  refusals: {
    ...importWords.refusals,
    FUTURE_DATE: {
      en: {
        message: 'This lies in the future.',
        remedy:
          'Give a day or time that has passed. If it has passed, the clock of your device may be wrong.',
      },
      mn: {
        message: 'Ирээдүйн огноо байна.',
        remedy:
          'Өнгөрсөн өдөр, цагийг оруулна уу. Хэрэв аль хэдийн болсон бол төхөөрөмжийн тань цаг буруу байж магадгүй.',
      },
    },
    TOO_OLD: {
      en: { message: 'This is before 1900.', remedy: 'Check the year.' },
      mn: { message: '1900 оноос өмнөх огноо байна.', remedy: 'Оныг шалгана уу.' },
    },
    DATE_AND_PRECISION: {
      en: {
        message: 'The date and how exactly it is known do not fit together.',
        remedy: 'Give a date with DAY, MONTH or YEAR, or no date with UNKNOWN.',
      },
      mn: {
        message: 'Огноо ба түүний нарийвчлал хоорондоо таарахгүй байна.',
        remedy:
          'Өдөр, сар эсвэл оны нарийвчлалтай огноо оруулах, эсвэл огноогүй «тодорхойгүй» гэж сонгоно уу.',
      },
    },
    AWARE_BEFORE_EVENT: {
      en: {
        message: 'The mission cannot have learned of it before it happened.',
        remedy: 'Correct one of the two dates.',
      },
      mn: {
        message: 'Болохоос нь өмнө төлөөлөгчийн газар мэдсэн байх боломжгүй.',
        remedy: 'Хоёр огнооны нэгийг засна уу.',
      },
    },
    ORDER_OF_DATES: {
      en: {
        message: '"{{later}}" cannot be before "{{earlier}}".',
        remedy: 'Correct one of the two dates.',
      },
      mn: {
        message: '«{{later}}» гэсэн огноо «{{earlier}}» гэсэн огнооноос өмнө байх боломжгүй.',
        remedy: 'Хоёр огнооны нэгийг засна уу.',
      },
    },
    UNLIKELY_ORDER: {
      en: {
        message: '"{{later}}" is before "{{earlier}}", which is seldom so.',
        remedy: 'Correct one of the two dates, or say that they are right.',
      },
      mn: {
        message: '«{{later}}» гэсэн огноо «{{earlier}}» гэсэн огнооноос өмнө байна. Ийм тохиолдол ховор.',
        remedy: 'Хоёр огнооны нэгийг засах, эсвэл зөв гэдгийг баталгаажуулна уу.',
      },
    },
    SOURCE_IS_SUBJECT: {
      en: {
        message: 'Somebody who has died or is missing cannot have told of it.',
        remedy: 'Choose who told the mission; UNKNOWN is a choice.',
      },
      mn: {
        message: 'Нас барсан эсвэл сураггүй болсон хүн өөрөө мэдэгдэх боломжгүй.',
        remedy: 'Төлөөлөгчийн газарт хэн мэдэгдснийг сонгоно уу; «тодорхойгүй» гэж бас болно.',
      },
    },
    MIXED_LETTERS: {
      en: {
        message: 'The letter "{{letter}}" is of another alphabet than the rest of its word.',
        remedy: 'Type the word again in one alphabet, or nobody will find the person by it.',
      },
      mn: {
        message:
          '«{{letter}}» үсэг нь үгийн бусад үсгээс өөр цагаан толгойнх байна (кирилл, латин холилдсон).',
        remedy: 'Үгийг нэг цагаан толгойгоор дахин бичнэ үү, эс бөгөөс хүнийг нэрээр нь олохгүй.',
      },
    },
    UNKNOWN_REFERENCE: {
      en: {
        message: 'The register knows nobody and nothing under this identifier that you may see.',
        remedy: 'Search for it again and choose it.',
      },
      mn: {
        message: 'Танд харагдах ийм дугаартай бүртгэл алга.',
        remedy: 'Дахин хайж олоод сонгоно уу.',
      },
    },
    NO_SUCH_CASE_NUMBER: {
      en: {
        message: 'No case was ever filed under this reference.',
        remedy: 'Check its letters and digits: SEL-2026-00042 is the post, the year and the number.',
      },
      mn: {
        message: 'Ийм дугаартай хэрэг хэзээ ч бүртгэгдээгүй.',
        remedy: 'Үсэг, тоог шалгана уу: SEL-2026-00042 гэдэг нь төлөөлөгчийн газар, он, дугаар юм.',
      },
    },
    NUMBER_OUT_OF_RANGE: {
      en: { message: 'This is not between {{min}} and {{max}}.', remedy: 'Check the number.' },
      mn: { message: 'Энэ тоо {{min}}–{{max}} хооронд биш байна.', remedy: 'Тоог шалгана уу.' },
    },
    NUMBER_NOT_WHOLE: {
      en: { message: 'This is not a whole number.', remedy: 'Leave out what stands behind the point.' },
      mn: { message: 'Бүхэл тоо биш байна.', remedy: 'Бутархайгүй бичнэ үү.' },
    },
    BAD_AMOUNT: {
      en: { message: 'This is not an amount of money.', remedy: 'Write digits and a point, like 1234.50.' },
      mn: { message: 'Мөнгөн дүн биш байна.', remedy: 'Цифр, цэгээр бичнэ үү, жишээ нь 1234.50.' },
    },
    TOO_MANY_DECIMALS: {
      en: {
        message: 'Amounts in {{currency}} have at most {{decimals}} decimals.',
        remedy: 'Round the amount.',
      },
      mn: {
        message: '{{currency}} валютын дүн таслалаас хойш {{decimals}}-аас олон оронгүй.',
        remedy: 'Дүнг тоймлоно уу.',
      },
    },
    UNKNOWN_CODE: {
      en: {
        message: '"{{code}}" is not in the list "{{list}}".',
        remedy: 'Choose a value from the list.',
      },
      mn: {
        message: '«{{code}}» гэсэн утга «{{list}}» жагсаалтад алга.',
        remedy: 'Жагсаалтаас сонгоно уу.',
      },
    },
    CAUSE_NEEDED: {
      en: {
        message: 'The counts need a cause for this type of case.',
        remedy: 'Choose one; UNKNOWN is a choice.',
      },
      mn: {
        message: 'Энэ төрлийн хэрэгт шалтгаан заавал хэрэгтэй.',
        remedy: 'Сонгоно уу; «тодорхойгүй» гэж бас болно.',
      },
    },
    WRONG_RECORD: {
      en: {
        message: 'A case of the type {{type}} has no such record.',
        remedy: 'Leave it out, or change the type.',
      },
      mn: {
        message: '{{type}} төрлийн хэрэгт ийм бүртгэл байхгүй.',
        remedy: 'Хасах, эсвэл төрлийг солино уу.',
      },
    },
    NOT_YOUR_MISSION: {
      en: {
        message: 'You cannot file for this mission.',
        remedy: 'Leave the mission out to file for your own.',
      },
      mn: {
        message: 'Та энэ төлөөлөгчийн газрын нэрээр бүртгэх эрхгүй.',
        remedy: 'Өөрийн газрын нэрээр бүртгэнэ үү.',
      },
    },
    MISSION_NEEDED: {
      en: { message: 'Which mission is it for?', remedy: 'Choose a mission.' },
      mn: { message: 'Аль төлөөлөгчийн газрын хэрэг вэ?', remedy: 'Төлөөлөгчийн газраа сонгоно уу.' },
    },
    ID_ALREADY_USED: {
      en: {
        message: 'This identifier already belongs to something else.',
        remedy: 'Send the filing again with a new identifier.',
      },
      mn: { message: 'Энэ дугаар өөр зүйлд оноогдсон байна.', remedy: 'Шинэ дугаараар дахин илгээнэ үү.' },
    },
    NOT_FOUND: {
      en: { message: 'There is no such case that you may see.', remedy: 'Check the reference.' },
      mn: { message: 'Танд харагдах ийм хэрэг алга.', remedy: 'Бүртгэлийн дугаарыг шалгана уу.' },
    },
    ...actWords,
    FRAGMENT_TOO_SHORT: {
      en: { message: 'Two letters at least are needed to search.', remedy: 'Type more of the name.' },
      mn: { message: 'Хайхад хамгийн багадаа хоёр үсэг хэрэгтэй.', remedy: 'Нэрийг үргэлжлүүлэн бичнэ үү.' },
    },
    ONE_OF_TWO: {
      en: { message: 'Give either the id or the reference.', remedy: 'Leave one of them out.' },
      mn: { message: 'Дугаар эсвэл бүртгэлийн дугаарын аль нэгийг өгнө үү.', remedy: 'Нэгийг нь хасна уу.' },
    },
  },
};
