// What leaves a page by the reader's own hand: words in the texts that `fingerpost apply` reads, mails, issues.

/** Somebody's words on one line, in which nothing can be taken for a mark of ours. */
export function unmarked(text) {
  return text.replaceAll("[", "(").replaceAll("]", ")").replace(/\s+/g, " ").trim();
}

/**
 * The address that begins a mail.
 * @param {readonly string[]} to
 * @param {string} subject
 * @param {string} text
 */
export function mailAddress(to, subject, text) {
  const who = to.map((one) => encodeURIComponent(one).replaceAll("%40", "@")).join(",");
  return `mailto:${who}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
}

/**
 * The address of a new issue that is filled in.
 * @param {string} form  an address with {title} and {body}, or with {} for each
 * @param {string} title
 * @param {string} text
 */
export function issueAddress(form, title, text) {
  const parts = [title, text].map(encodeURIComponent);
  return form.replace(/\{(?:title|body)?\}/g, () => parts.shift());
}
