export { recountCommand } from './recount-command.js';
