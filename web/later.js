/** What no first page needs: a script of its own (scripts/web/bundle.mjs), fetched behind the first page. */
export { Drawing } from './drawing.js';
export { laterShapes } from './shape_later.js';
export { saveFile } from './save.js';
export { afterWork } from './solve.js';
export { upload } from './upload.js';
