import type { RoomWords } from '#platform';
import { listNames } from './list-names.words.js';

export const referenceWords: RoomWords = {
  names: { list: listNames },
  refusals: {
    UNKNOWN_LIST: {
      en: {
        message: 'There is no code list {{name}}.',
        remedy: 'Leave the names out to get all lists, and choose from these.',
      },
      mn: {
        message: '{{name}} нэртэй кодын жагсаалт байхгүй.',
        remedy: 'Нэр заалгүй бүх жагсаалтыг авч, түүнээс сонгоно уу.',
      },
    },
  },
};
