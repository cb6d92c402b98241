const KEPT_MS = 60000;

/** As any other download: the browser asks where, or puts it where it puts such files. */
export function saveFile({ name, media_type: type, text }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
