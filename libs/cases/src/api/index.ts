export { CasesApiModule } from './cases-api.module.js';
export { CaseFileConnection, CaseFileType, CaseTypeEnum, SexEnum } from './case-file.types.js';
export { CaseLists } from './case-lists.js';
