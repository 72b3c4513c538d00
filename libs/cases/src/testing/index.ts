export { aCaseFile, CaseFileBuilder } from './a-case-file.js';
