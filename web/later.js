/** What no first page needs: a script of its own (scripts/web/bundle.mjs), fetched behind the first page. */
export { placeElements, releaseElements } from './overlay.js';
export { loadPainter } from './painter.js';
export { calendar, chart, map } from './shape_figures.js';
export { saveFile } from './save.js';
export { upload } from './upload.js';
