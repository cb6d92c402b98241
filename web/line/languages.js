// The line's pages in another language: their texts stand in the page (scripts/web/line_pages.mjs).

/** Where the other pages keep it too. */
const KEPT = 'motcua.lang';

function kept() {
  try {
    return localStorage.getItem(KEPT) ?? 'vi';
  } catch {
    return 'vi';
  }
}

/** Puts the page into the language that was chosen last, which it gives, and lets another be chosen. */
export function speak() {
  const all = JSON.parse(document.getElementById('texts').textContent);
  const lang = kept() in all ? kept() : 'vi';
  for (const [key, text] of Object.entries(all[lang] ?? {})) {
    for (const element of document.querySelectorAll(`[data-text="${key}"]`)) element.textContent = text;
  }
  document.documentElement.lang = lang;
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
    button.addEventListener('click', () => {
      try {
        localStorage.setItem(KEPT, button.dataset.lang);
        location.reload(); // What the server says comes in that language too.
      } catch {
        // Nothing may be kept: the page stays as it is.
      }
    });
  }
  return lang;
}
