import type { RoomWords } from '#platform';

/** What is refused of what a case says, on every way in. */
export const contentWords: RoomWords['refusals'] = {
  FUTURE_DATE: {
    en: {
      message: 'This lies in the future.',
      remedy: 'Give a day or time that has passed. If it has passed, the clock of your device may be wrong.',
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
      remedy: 'Өдөр, сар эсвэл оны нарийвчлалтай огноо оруулах, эсвэл огноогүй «тодорхойгүй» гэж сонгоно уу.',
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
      message: '«{{letter}}» үсэг нь үгийн бусад үсгээс өөр цагаан толгойнх байна (кирилл, латин холилдсон).',
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
};
