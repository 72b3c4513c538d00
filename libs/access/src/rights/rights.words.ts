import type { RoomWords } from '#platform';
import { roles } from '../log.words.js';

/** What those concerned are told in their inbox (`sql/rights.sql`). */
export const rightsNotices: NonNullable<RoomWords['notices']> = {
  RIGHTS_ASKED: {
    en: 'Rights that were asked for somebody wait for a second person.',
    mn: 'Хүнд олгох эрхийн хүсэлт хоёр дахь хүний зөвшөөрлийг хүлээж байна.',
  },
  RIGHTS_APPROVED: {
    en: 'What you asked for somebody was approved ({{grantedRole}}, {{grantedPost}}).',
    mn: 'Таны гаргасан эрхийн хүсэлтийг зөвшөөрлөө ({{grantedRole}}, {{grantedPost}}).',
  },
  RIGHTS_REFUSED: {
    en: 'What you asked for somebody was refused ({{grantedRole}}, {{grantedPost}}).',
    mn: 'Таны гаргасан эрхийн хүсэлтээс татгалзлаа ({{grantedRole}}, {{grantedPost}}).',
  },
  OWN_RIGHTS_APPROVED: {
    en: 'Your rights were set by two people: {{grantedRole}}, {{grantedPost}}. If you did not expect that, tell the consular department.',
    mn: 'Таны эрхийг хоёр хүн тогтоолоо: {{grantedRole}}, {{grantedPost}}. Хэрэв гайхаж байвал консулын газарт мэдэгдээрэй.',
  },
  OWN_LINK_APPROVED: {
    en: 'A new link for signing in was approved for you. If you did not ask for one, tell the consular department at once.',
    mn: 'Танд нэвтрэх шинэ холбоос олгохыг зөвшөөрлөө. Хэрэв та хүсээгүй бол консулын газарт даруй мэдэгдээрэй.',
  },
  RIGHTS_GIVEN: {
    en: 'Somebody’s rights were given or changed by two people: {{grantedRole}}, {{grantedPost}}.',
    mn: 'Хоёр хүний шийдвэрээр нэг хүний эрхийг олгосон эсвэл өөрчилсөн: {{grantedRole}}, {{grantedPost}}.',
  },
  LINK_GIVEN: {
    en: 'Somebody gets a new link for signing in, approved by two people: {{grantedRole}}, {{grantedPost}}.',
    mn: 'Хоёр хүний зөвшөөрлөөр нэг хүнд нэвтрэх шинэ холбоос олгоно: {{grantedRole}}, {{grantedPost}}.',
  },
};

/** A notice holds the role's code; its reader sees the word. */
export const rightsNames: NonNullable<RoomWords['names']> = {
  grantedRole: roles,
  grantedPost: { NONE: { en: 'no mission', mn: 'төлөөлөгчийн газаргүй' } },
};
