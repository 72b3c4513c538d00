export { fileSender } from './file-sender.js';
export { FilesController } from './files.controller.js';
export { ImportResolver } from './import.resolver.js';
