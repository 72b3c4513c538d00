export { importCommand } from './command.js';
