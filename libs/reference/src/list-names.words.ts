import type { Language } from '#platform';

/** What each code list is called in a sentence: people read no names in capitals. */
export const listNames: Record<string, Record<Language, string>> = {
  CASE_TYPE: { en: 'types of case', mn: 'хэргийн төрөл' },
  CASE_STATUS: { en: 'statuses of a case', mn: 'хэргийн төлөв' },
  SEX: { en: 'sexes', mn: 'хүйс' },
  CURRENCY: { en: 'currencies', mn: 'мөнгөний нэгж' },
  SOURCE: { en: 'who told the mission', mn: 'хэнээс мэдсэн' },
  ENTRY_KIND: { en: 'kinds of timeline entry', mn: 'тэмдэглэлийн төрөл' },
  OUTCOME: { en: 'outcomes', mn: 'үр дүн' },
  REJECT_REASON: { en: 'reasons for not taking a case on', mn: 'татгалзсан үндэслэл' },
  AUTHORITY: { en: 'authorities that hold people', mn: 'саатуулсан байгууллага' },
  DETENTION_BASIS: { en: 'grounds for detention', mn: 'саатуулсан үндэслэл' },
  ICCS: { en: 'offences', mn: 'гэмт хэргийн ангилал' },
  ICD10: { en: 'diseases and causes of death', mn: 'өвчин, нас баралтын шалтгаан' },
  DEATH_MANNER: { en: 'manners of death', mn: 'нас баралтын хэлбэр' },
  LABOUR_ISSUE: { en: 'problems at work', mn: 'хөдөлмөрийн зөрчил' },
  ISCO: { en: 'occupations', mn: 'ажил мэргэжил' },
  ISIC: { en: 'economic activities', mn: 'эдийн засгийн үйл ажиллагаа' },
  LEGAL_STATUS: { en: 'standing in the host country', mn: 'оршин суух эрх зүйн байдал' },
  INSURANCE_SCHEME: { en: 'insurance schemes', mn: 'даатгалын хэлбэр' },
  ENROLMENT_STATUS: { en: 'enrolment in insurance', mn: 'даатгалд хамрагдсан байдал' },
  BENEFIT: { en: 'benefits', mn: 'тэтгэмж' },
  CLAIM_STATUS: { en: 'standing of a claim', mn: 'нэхэмжлэлийн явц' },
  MISSING_CIRCUMSTANCE: { en: 'circumstances of going missing', mn: 'сураггүй болсон нөхцөл байдал' },
  WELFARE_NEED: { en: 'kinds of help', mn: 'хэрэгтэй тусламж' },
  FL_INDICATOR: { en: 'signs of forced labour', mn: 'албадан хөдөлмөрийн шинж' },
  INJURY_TYPE: { en: 'kinds of injury', mn: 'гэмтлийн төрөл' },
  VULNERABILITY: { en: 'what asks for special care', mn: 'онцгой анхаарал шаардах байдал' },
  ROLE: { en: 'roles in a case', mn: 'хэрэгт оролцогчийн үүрэг' },
};

/** The list's name in the reader's language; a list that has none yet is called by its code. */
export function listName(list: string, language: Language): string {
  return listNames[list]?.[language] ?? list;
}
