/** Small pictures of picked files, from the bytes that lie in this window: nothing is fetched or sent for them. */

/** @param {HTMLElement} root @param {import('./files.js').FileShelf} files */
export function showPreviews(root, files) {
  for (const image of root.querySelectorAll('img[data-preview]')) {
    const url = files.url(Number(image.dataset.preview));
    if (url && image.src !== url) image.src = url;
  }
}
