// Search words on their way to the directory: in this tab's own storage until the directory has read them, and never in
// an address, which servers log and histories keep.

const KEY = "fingerpost-q";

/**
 * Leaves the words for the directory; whether that could be done.
 * @param {Window} view
 * @param {string} words
 */
export function leaveWords(view, words) {
  try {
    view.sessionStorage.setItem(KEY, words);
    return true;
  } catch {
    return false; // storage may be forbidden
  }
}

/**
 * The words that were left, which are gone from there now.
 * @param {Window} view
 */
export function takeWords(view) {
  try {
    const words = view.sessionStorage.getItem(KEY) ?? "";
    view.sessionStorage.removeItem(KEY);
    return words;
  } catch {
    return "";
  }
}
