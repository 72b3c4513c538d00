import type { Language } from '#platform';

type InWords = Record<Language, string>;

/** What was done, for those who read the log outside the register. The page has the same words, and a spec of the web sees to it. */
const acts: Record<string, InWords> = {
  'cases.worklist': { en: 'Looked at the worklist', mn: 'Хэргийн жагсаалт харсан' },
  'cases.read': { en: 'Opened a case', mn: 'Хэрэг нээж үзсэн' },
  'cases.search': { en: 'Searched for cases', mn: 'Хэрэг хайсан' },
  'cases.file': { en: 'Filed a case', mn: 'Хэрэг бүртгэсэн' },
  'cases.note': { en: 'Added an entry', mn: 'Тэмдэглэл нэмсэн' },
  'cases.amend': { en: 'Corrected a case', mn: 'Хэрэгт засвар оруулсан' },
  'cases.status': { en: 'Changed a status', mn: 'Хэргийн төлөв өөрчилсөн' },
  'cases.close': { en: 'Closed a case', mn: 'Хэрэг хаасан' },
  'cases.reopen': { en: 'Reopened a case', mn: 'Хэргийг дахин нээсэн' },
  'cases.import': { en: 'Imported, or sent a file for it', mn: 'Импорт хийсэн, эсвэл файл илгээсэн' },
  'statistics.read': { en: 'Counted', mn: 'Тоо гаргасан' },
  'statistics.cases': { en: 'Looked at the cases behind a figure', mn: 'Тоонд багтсан хэргүүдийг харсан' },
  'staff.read': { en: 'Looked at the staff', mn: 'Ажилтнуудыг харсан' },
  'staff.write': { en: 'Changed the staff', mn: 'Ажилтны мэдээлэл өөрчилсөн' },
  'staff.rights': { en: 'Somebody’s rights were changed', mn: 'Хүний эрхийг өөрчилсөн' },
  'rights.approve': { en: 'Saw or decided requests for rights', mn: 'Эрхийн хүсэлт үзсэн, шийдсэн' },
  'log.read': { en: 'Read the access log', mn: 'Хандалтын бүртгэл уншсан' },
  'log.export': { en: 'Exported the access log', mn: 'Хандалтын бүртгэл татаж авсан' },
  'me.security': { en: 'Looked after their own sign-in', mn: 'Өөрийн нэвтрэлтийг тохируулсан' },
  'me.write': { en: 'Changed their own settings', mn: 'Өөрийн тохиргоогоо өөрчилсөн' },
  'reference.read': { en: 'Read code lists', mn: 'Лавлах жагсаалт уншсан' },
  'me.password': { en: 'Changed their own password', mn: 'Өөрийн нууц үгээ сольсон' },
  'me.factor': {
    en: 'Set up or removed their own one-time codes',
    mn: 'Өөрийн нэг удаагийн кодыг тохируулсан эсвэл болиулсан',
  },
  'me.sessions': { en: 'Ended their own other sessions', mn: 'Өөрийн бусад нэвтрэлтийг дуусгасан' },
  'signin.done': { en: 'Signed in', mn: 'Нэвтэрсэн' },
  'signin.failed': { en: 'Failed to sign in', mn: 'Нэвтэрч чадаагүй' },
  'signout.done': { en: 'Signed out', mn: 'Гарсан' },
  'invite.used': { en: 'A password was chosen behind a link', mn: 'Холбоосоор нууц үг сонгосон' },
  'operator.createHead': { en: 'Made a head of department', mn: 'Консулын газрын дарга үүсгэсэн' },
  'operator.invite': { en: 'Made a link for somebody', mn: 'Хүнд нэвтрэх холбоос үүсгэсэн' },
  'operator.createAdmin': { en: 'Made an administrator', mn: 'Администратор үүсгэсэн' },
  'operator.disableDemo': { en: 'Demo people shut out', mn: 'Үзүүлэнгийн хүмүүсийн нэвтрэх эрхийг хаасан' },
  'operator.import': { en: 'Imported by an operator', mn: 'Оператор импорт хийсэн' },
  'operator.seedDemo': { en: 'Demo data made', mn: 'Үзүүлэнгийн өгөгдөл үүсгэсэн' },
};

/** What somebody does here, in words. */
export const roles: Record<string, InWords> = {
  OFFICER: { en: 'Consular officer', mn: 'Консулын ажилтан' },
  HEAD_OF_MISSION: { en: 'Head of mission', mn: 'Төлөөлөгчийн газрын тэргүүн' },
  CONSULAR_OFFICER: { en: 'Officer of the consular department', mn: 'Консулын газрын ажилтан' },
  HEAD_OF_DEPARTMENT: { en: 'Head of the consular department', mn: 'Консулын газрын дарга' },
  ANALYST: { en: 'Analyst', mn: 'Шинжээч' },
  COMMISSION: { en: 'Human rights commission', mn: 'Хүний эрхийн үндэсний комисс' },
  CIVIL_SOCIETY: { en: 'Civil society organisation', mn: 'Иргэний нийгмийн байгууллага' },
  ADMINISTRATOR: { en: 'Administrator', mn: 'Администратор' },
  AUDITOR: { en: 'Auditor', mn: 'Аудитор' },
  OPERATOR: { en: 'Operator of the register', mn: 'Бүртгэлийн оператор' },
};

/** Headings of the exported log. */
export const logHeadings = {
  at: { en: 'When (Ulaanbaatar)', mn: 'Хэзээ (Улаанбаатар)' },
  utc: { en: 'When (UTC)', mn: 'Хэзээ (UTC)' },
  who: { en: 'Who', mn: 'Хэн' },
  role: { en: 'Role', mn: 'Эрх' },
  mission: { en: 'Mission', mn: 'Төлөөлөгчийн газар' },
  act: { en: 'What', mn: 'Юу хийсэн' },
  operation: { en: 'Operation (code)', mn: 'Үйлдэл (код)' },
  subject: { en: 'Row’s id', mn: 'Мөрийн дугаар' },
  staff: { en: 'Person’s id', mn: 'Хүний дугаар' },
  refused: { en: 'Refused (code)', mn: 'Татгалзсан (код)' },
  shown: { en: 'Rows shown', mn: 'Харуулсан мөрийн тоо' },
  entry: { en: 'Entry’s id', mn: 'Бичлэгийн дугаар' },
} satisfies Record<string, InWords>;

/** An act in words; what has none is shown by its name. */
export function actInWords(operation: string, language: Language): string {
  return Object.hasOwn(acts, operation) ? (acts[operation]?.[language] ?? operation) : operation;
}

/** A role in words; nothing when nobody was signed in. */
export function roleInWords(role: string | null, language: Language): string {
  if (role === null) return '';
  return Object.hasOwn(roles, role) ? (roles[role]?.[language] ?? role) : role;
}
