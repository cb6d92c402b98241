/** How nodes are shown that stand on no first page, by role. */
import { calendar, chart, map } from './shape_figures.js';
import { filePicker, lonelyFile } from './shape_files.js';
import { qr, summary, table, timeline } from './shape_lists.js';

export const laterShapes = { calendar, chart, file: lonelyFile, file_picker: filePicker, map, qr, summary, table, timeline };
