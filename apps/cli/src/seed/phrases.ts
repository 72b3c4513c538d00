import type { DemoCaseType } from './demo-case.js';

type Phrases = readonly string[];

/** One line about a case, as an officer would write it. All of it invented. */
export const summaries: Record<DemoCaseType, Phrases> = {
  DETENTION: [
    'Цагдаад саатуулагдсан талаар албан мэдэгдэл ирсэн.',
    'Хэрэг бүртгэлтийн хүрээнд цагдан хоригдсон.',
    'Шүүхийн шийдвэрээр хорих ял эдэлж байна.',
    'Detained after a routine check; the police informed the embassy.',
  ],
  DEATH: [
    'Нас барсан талаар цагдаагаас мэдэгдсэн, ар гэрийг тогтоож байна.',
    'Ажлын байран дээрх ослын улмаас нас барсан.',
    'Эмнэлэгт нас барсан, шарилыг эх оронд хүргэх хүсэлттэй.',
    'Died in an accident; the family asks for repatriation.',
  ],
  MISSING: [
    'Ар гэр нь холбоо тасарсан гэж хүсэлт гаргасан.',
    'Ажлаасаа гараад сураггүй болсон гэж хамтран амьдрагч нь мэдэгдсэн.',
    'No contact with the family for several weeks.',
  ],
  CRIME_VICTIM: [
    'Гэмт хэргийн хохирогч болсон, өмгөөлөгч, орчуулагч хэрэгтэй.',
    'Залилангийн улмаас мөнгөө алдсан.',
    'Assaulted on the street; needs an interpreter at the police.',
  ],
  LABOUR: [
    'Ажил олгогч цалин хөлсийг хэдэн сар олгоогүй.',
    'Үйлдвэрт гар гэмтсэн, ажил олгогч ослыг нуусан.',
    'Паспортыг ажил олгогч хураан авсан.',
    'The employer ended the contract without notice and kept the last wages.',
  ],
  INSURANCE: [
    'Ослын даатгалын нөхөн төлбөр авахад туслалцаа хүссэн.',
    'Ажлаас гарсны баталгааны мөнгөө авч чадаагүй буцсан.',
    'Help needed to claim the departure guarantee after returning home.',
  ],
  MEDICAL: [
    'Яаралтай тусламжаар эмнэлэгт хэвтсэн, төлбөрийн чадваргүй.',
    'Сэтгэцийн эмнэлэгт хүргэгдсэн, ар гэртэй нь холбож байна.',
    'In hospital after a fall; no insurance.',
  ],
  WELFARE: [
    'Бичиг баримтаа гээсэн, буцах үнэмлэх хүссэн.',
    'Орох оронгүй болсон, эх орондоо буцах хүсэлттэй.',
    'Хүүхдийг сургуульд оруулахад туслалцаа хүссэн.',
    'Asks for help to return home with two small children.',
  ],
};

/** Acts usual for a type, with a line each: [kind, text]. */
export const acts: Record<DemoCaseType, readonly (readonly [string, string])[]> = {
  DETENTION: [
    ['CALL', 'Цагдаагийн байцаагчтай утсаар ярьж нөхцөл байдлыг тодруулав.'],
    ['VISIT', 'Хорих байранд эргэж очив. Биеийн байдал хэвийн, гомдолгүй.'],
    ['FAMILY_INFORMED', 'Ар гэрт нь мэдэгдэв.'],
    ['NOTE_VERBALE', 'Уулзах зөвшөөрөл хүссэн ноот бичиг хүргүүлэв.'],
    ['LEGAL_AID', 'Улсын өмгөөлөгч томилогдсон.'],
    ['INTERPRETER', 'Шүүх хуралд орчуулагч олж өгөв.'],
    ['HEARING_ATTENDED', 'Шүүх хуралд оролцов. Дараагийн хурлын товыг хүлээж байна.'],
  ],
  DEATH: [
    ['FAMILY_INFORMED', 'Ар гэрт нь мэдэгдэв, оршуулгын талаар санал авч байна.'],
    ['BODY_IDENTIFIED', 'Бичиг баримтаар таньсан.'],
    ['NOTE_VERBALE', 'Нас барсны гэрчилгээ хүссэн ноот бичиг хүргүүлэв.'],
    ['FUNDS_TRANSFER', 'Тээврийн зардлын зарим хэсгийг ажил олгогч шилжүүлэв.'],
    ['REMAINS_SENT', 'Шарилыг нислэгээр илгээв.'],
  ],
  MISSING: [
    ['SEARCH_REQUEST', 'Цагдаад эрэн сурвалжлах хүсэлт гаргав.'],
    ['CALL', 'Сүүлд ажиллаж байсан газартай нь ярив.'],
    ['FAMILY_INFORMED', 'Хайлтын явцыг ар гэрт нь мэдэгдэв.'],
  ],
  CRIME_VICTIM: [
    ['CALL', 'Хохирогчтой ярьж, цагдаад өгсөн мэдүүлгийг тодруулав.'],
    ['LEGAL_AID', 'Үнэ төлбөргүй өмгөөлөгчтэй холбов.'],
    ['INTERPRETER', 'Цагдаад орчуулагчийн хамт оров.'],
    ['REFERRAL', 'Хамгаалах байранд шилжүүлэв.'],
  ],
  LABOUR: [
    ['CALL', 'Ажил олгогчтой ярив, төлөх хугацаа товлохыг шаардав.'],
    ['MEDIATION', 'Хоёр талыг уулзуулж, хэсэгчлэн төлөх тохиролцоонд хүрэв.'],
    ['CLAIM_FILED', 'Хөдөлмөрийн хяналтын газарт өргөдөл гаргав.'],
    ['PAYMENT_RECEIVED', 'Дутуу цалингийн эхний хэсгийг авав.'],
  ],
  INSURANCE: [
    ['CONTACT', 'Даатгагчаас шаардлагатай бичиг баримтын жагсаалт авав.'],
    ['CLAIM_FILED', 'Нэхэмжлэлийг бүрдүүлж илгээв.'],
    ['PAYMENT_RECEIVED', 'Нөхөн төлбөр дансанд орсон.'],
  ],
  MEDICAL: [
    ['VISIT', 'Эмнэлэгт эргэж очив, эмчтэй уулзав.'],
    ['MEDICAL_HELP', 'Эмнэлэг төлбөрийг хэсэгчлэн төлөх санал хүлээн авав.'],
    ['FAMILY_INFORMED', 'Ар гэрт нь мэдэгдэв.'],
  ],
  WELFARE: [
    ['CONTACT', 'Иргэнтэй холбогдож хэрэгцээг тодруулав.'],
    ['TRAVEL_DOC', 'Буцах үнэмлэх олгов.'],
    ['SCHOOL_PLACED', 'Сургууль хүлээн авахаар болсон.'],
    ['FUNDS_TRANSFER', 'Ар гэрээс нь тийзийн мөнгө шилжүүлэв.'],
  ],
};

export const notes: Phrases = [
  'Хариу хүлээж байна, долоо хоногийн дараа дахин тодруулна.',
  'Шинэ мэдээлэл ирээгүй.',
  'Иргэн өөрөө утсаар ярьж, явцыг асуув.',
  'Follow-up agreed by telephone for next week.',
];
