import type { RoomWords } from '#platform';
import { roles } from '../log.words.js';

/** Why nothing was asked, decided or made. */
export const rightsRefusals: RoomWords['refusals'] = {
  SECOND_PERSON_NEEDED: {
    en: {
      message: 'A link for this person takes a second person.',
      remedy: 'Ask for the link; another administrator or the head of the department approves it.',
    },
    mn: {
      message: 'Энэ хүнд холбоос үүсгэхэд хоёр дахь хүний зөвшөөрөл хэрэгтэй.',
      remedy: 'Холбоос хүснэ үү. Өөр администратор эсвэл консулын газрын дарга зөвшөөрнө.',
    },
  },
  NO_SECOND_PERSON_NEEDED: {
    en: { message: 'A link for this person takes no second person.', remedy: 'Make the link.' },
    mn: { message: 'Энэ хүнд холбоос үүсгэхэд зөвшөөрөл хэрэггүй.', remedy: 'Холбоосыг шууд үүсгэнэ үү.' },
  },
  NO_SUCH_REQUEST: {
    en: { message: 'There is no such request.', remedy: 'Load the list again and choose from it.' },
    mn: { message: 'Ийм хүсэлт байхгүй.', remedy: 'Жагсаалтыг дахин ачаалж, түүнээс сонгоно уу.' },
  },
  REQUEST_DECIDED: {
    en: {
      message: 'This has been decided or replaced already.',
      remedy: 'Load the list again to see what became of it.',
    },
    mn: {
      message: 'Энэ хүсэлт аль хэдийн шийдэгдсэн эсвэл солигдсон байна.',
      remedy: 'Юу болсныг харахын тулд жагсаалтыг дахин ачаална уу.',
    },
  },
  REQUEST_LAPSED: {
    en: { message: 'This request is older than seven days.', remedy: 'Let it be asked anew.' },
    mn: { message: 'Энэ хүсэлт долоон хоногоос хуучин болсон.', remedy: 'Дахин хүсэлт гаргуулна уу.' },
  },
  REQUEST_STALE: {
    en: {
      message: 'This person has been changed since it was asked.',
      remedy: 'Refuse it, and let it be asked anew.',
    },
    mn: {
      message: 'Хүсэлт гаргаснаас хойш энэ хүний мэдээлэл өөрчлөгдсөн байна.',
      remedy: 'Татгалзаад, дахин хүсэлт гаргуулна уу.',
    },
  },
  OWN_REQUEST: {
    en: {
      message: 'Nobody approves what they asked for themselves.',
      remedy: 'Another administrator or the head of the department approves it.',
    },
    mn: {
      message: 'Хэн ч өөрийн гаргасан хүсэлтийг өөрөө зөвшөөрөхгүй.',
      remedy: 'Өөр администратор эсвэл консулын газрын дарга зөвшөөрнө.',
    },
  },
  OWN_RIGHTS: {
    en: {
      message: 'Nobody decides about their own rights.',
      remedy: 'Another administrator or the head of the department decides.',
    },
    mn: {
      message: 'Хэн ч өөрийн эрхийг өөрөө шийдэхгүй.',
      remedy: 'Өөр администратор эсвэл консулын газрын дарга шийднэ.',
    },
  },
};

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
