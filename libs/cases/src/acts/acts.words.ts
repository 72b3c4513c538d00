import type { RoomWords } from '#platform';

/** What can stand against an act on a case that there is. */
export const actWords: RoomWords['refusals'] = {
  STALE_VERSION: {
    en: {
      message: 'The case was changed in the meantime, last by {{by}}.',
      remedy: 'Load it again and repeat your change.',
    },
    mn: {
      message: 'Энэ хооронд хэрэг өөрчлөгдсөн байна. Сүүлд өөрчилсөн: {{by}}.',
      remedy: 'Дахин ачаалж, өөрчлөлтөө давтана уу.',
    },
  },
  NO_SUCH_STEP: {
    en: { message: 'A case that is {{from}} cannot become {{to}}.', remedy: 'Possible now: {{possible}}.' },
    mn: {
      message: '{{from}} төлөвтэй хэргийг {{to}} болгох боломжгүй.',
      remedy: 'Одоо боломжтой: {{possible}}.',
    },
  },
  CLOSING_IS_AN_ACT: {
    en: {
      message: 'A case is not moved to closed: closing it is an act of its own.',
      remedy: 'Close the case (closeCase), with how it ended.',
    },
    mn: {
      message: 'Төлөв өөрчилж хэрэг хаахгүй: хаах нь тусдаа үйлдэл.',
      remedy: '«Хэрэг хаах» үйлдлийг (closeCase) хэрэглэж, үр дүнг сонгоно уу.',
    },
  },
  REOPENING_IS_AN_ACT: {
    en: {
      message: 'A case is not moved to reopened: taking it up again is an act of its own.',
      remedy: 'Reopen the case (reopenCase), with the reason.',
    },
    mn: {
      message: 'Төлөв өөрчилж хэрэг дахин нээхгүй: дахин нээх нь тусдаа үйлдэл.',
      remedy: '«Дахин нээх» үйлдлийг (reopenCase) хэрэглэж, учрыг бичнэ үү.',
    },
  },
  OUTCOME_OF_OTHER_TYPE: {
    en: {
      message: 'The case has ended in a way that a case of this type cannot end.',
      remedy:
        'Take the case up again first (reopen it, or move it back to in progress), then correct its type.',
    },
    mn: {
      message: 'Хэргийн үр дүн энэ төрлийн хэрэгт тохирохгүй.',
      remedy: 'Эхлээд хэргийг дахин нээх эсвэл «ажиллаж байгаа» төлөвт буцаагаад, дараа нь төрлийг засна уу.',
    },
  },
  TYPE_NEEDS_SUPERVISOR: {
    en: {
      message:
        'The case is closed, and one of this type is closed by the head of mission or the consular department.',
      remedy: 'Ask them to correct the type.',
    },
    mn: {
      message: 'Хэрэг хаагдсан. Энэ төрлийн хэргийг төлөөлөгчийн газрын тэргүүн эсвэл консулын газар хаадаг.',
      remedy: 'Тэднээс төрлийг засахыг хүснэ үү.',
    },
  },
  OPENED_AFTER_CLOSED: {
    en: {
      message: 'The case was closed on {{closedOn}}, before the mission would have learned of it.',
      remedy: 'Give an earlier day, or reopen the case first.',
    },
    mn: {
      message: 'Хэрэг {{closedOn}}-нд хаагдсан: мэдсэн өдөр түүнээс хойш байж болохгүй.',
      remedy: 'Өмнөх өдрийг оруулах, эсвэл эхлээд хэргийг дахин нээнэ үү.',
    },
  },
  NEEDS_SUPERVISOR: {
    en: {
      message: 'Closing a case of this type needs the head of mission or the consular department.',
      remedy: 'Ask them to close it; you can mark it resolved.',
    },
    mn: {
      message: 'Энэ төрлийн хэргийг төлөөлөгчийн газрын тэргүүн эсвэл консулын газар хаана.',
      remedy: 'Тэднээс хаахыг хүснэ үү; та «шийдвэрлэсэн» гэж тэмдэглэж болно.',
    },
  },
  REOPEN_TOO_LATE: {
    en: {
      message: 'It was closed more than {{days}} days ago.',
      remedy: 'Ask the head of mission or the consular department to reopen it.',
    },
    mn: {
      message: 'Хаагдсанаас хойш {{days}} гаруй хоног өнгөрсөн байна.',
      remedy: 'Төлөөлөгчийн газрын тэргүүн эсвэл консулын газраас дахин нээхийг хүснэ үү.',
    },
  },
  OUTCOME_NEEDED: {
    en: { message: 'How did it end?', remedy: 'Choose an outcome.' },
    mn: { message: 'Хэрэг хэрхэн дууссан бэ?', remedy: 'Үр дүнг сонгоно уу.' },
  },
  REASON_NEEDED: {
    en: { message: 'A reason is needed.', remedy: 'Write why.' },
    mn: { message: 'Үндэслэл заавал хэрэгтэй.', remedy: 'Яагаад гэдгийг бичнэ үү.' },
  },
  KIND_NOT_TYPED: {
    en: {
      message: 'Entries of this kind are made by the register itself.',
      remedy: 'Choose another kind.',
    },
    mn: { message: 'Ийм төрлийн тэмдэглэлийг бүртгэл өөрөө хийдэг.', remedy: 'Өөр төрөл сонгоно уу.' },
  },
  NOTHING_TO_CHANGE: {
    en: { message: 'Nothing in it differs from the case as it is.', remedy: 'Change at least one field.' },
    mn: {
      message: 'Хэргийн одоогийн байдлаас ялгаатай зүйл алга.',
      remedy: 'Ядаж нэг талбарыг өөрчилнө үү.',
    },
  },
};
