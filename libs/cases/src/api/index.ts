export { CasesApiModule } from './cases-api.module.js';
export { CaseFileConnection, CaseFileType, CaseTypeEnum, SexEnum } from './file/case-file.types.js';
export { CaseLists } from './file/case-lists.js';
export { publishedRules, publishedShapes } from './records/shape-view.js';
