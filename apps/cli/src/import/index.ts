export { importCommand } from './command.js';
export { importByOperator } from './operators-import.js';
