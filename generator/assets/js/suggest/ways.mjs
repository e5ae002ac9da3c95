// Where a finished text goes: a mail, the repository. What is too long for an address is copied instead.

import { issueAddress, mailAddress } from "../outgoing.mjs";

const LONGEST_MAIL = 1800; // some mail programs take no more than about two thousand
const LONGEST_ADDRESS = 7000; // servers commonly refuse addresses above eight thousand

/** A mail with the text, or with a line to paste it at where it is too long. */
export function mail(to, subject, text, instead) {
  const whole = mailAddress([to], subject, text);
  return whole.length <= LONGEST_MAIL ? { href: whole, whole: true } : { href: mailAddress([to], subject, instead), whole: false };
}

/** The address at which a file with this text is begun; `whole` says whether the text goes along. */
export function newFile(pattern, path, text) {
  const named = pattern.replace("{path}", path.split("/").map(encodeURIComponent).join("/"));
  const whole = named.replace("{text}", () => encodeURIComponent(text));
  if (named.includes("{text}") && whole.length <= LONGEST_ADDRESS) return { href: whole, whole: true };
  return { href: named.replace(/&value=\{text\}/, ""), whole: false };
}

/** The address at which an issue with this text is begun. */
export function issue(form, title, text) {
  const whole = issueAddress(form, title, text);
  return whole.length <= LONGEST_ADDRESS ? { href: whole, whole: true } : { href: issueAddress(form, title, ""), whole: false };
}

/** The id in an address such as "#id=knit-and-natter"; "" where there is none. */
export function idIn(fragment) {
  return /^#id=([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(fragment)?.[1] ?? "";
}
