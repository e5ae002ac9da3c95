// A cancelled session as texts: the slip that `fingerpost apply` reads, the message to people, and the addresses by
// which they go out. Nothing here knows the page.

import { t } from "../words.mjs";

/**
 * A session that does not take place.
 * @typedef {{ id: string, name: string, day: string, key?: string, when: string, why: string, phone: string }} Off
 */

/** Somebody's words on one line, in which nothing can be taken for a mark of ours. */
export function plain(text) {
  return text.replaceAll("[", "(").replaceAll("]", ")").replace(/\s+/g, " ").trim();
}

/** A text as a sentence. */
function sentence(text) {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.?]$/.test(begun) ? begun : `${begun}.`;
}

/**
 * The text for those on duty.
 * @param {Off} off
 */
export function slip({ id, name, day, key, why }) {
  const mark = `[cancel ${key ? `${day} ${key}` : day}]`;
  return `[record ${id}] ${plain(name)}\n${mark}\n${t("The reason is:")} ${plain(why)}\n[end]\n`;
}

/**
 * The message for those who might come.
 * @param {Off} off
 */
export function message({ name, when, why, phone }) {
  return [
    t("Cancelled: %(name)s, %(when)s.", { name: plain(name), when }),
    sentence(plain(why)),
    t("Questions? Ring %(phone)s.", { phone }),
  ].join(" ");
}

/** The title of an issue, or the subject of a mail. */
function title({ name, when }) {
  return t("Cancelled: %(name)s, %(when)s", { name: plain(name), when });
}

/**
 * The address of a new issue that is filled in.
 * @param {string} form  an address with {title} and {body}, or with {} for each
 * @param {Off} off
 */
export function issueAddress(form, off) {
  const parts = [title(off), slip(off)].map(encodeURIComponent);
  return form.replace(/\{(?:title|body)?\}/g, () => parts.shift());
}

/**
 * The address that begins a mail.
 * @param {readonly string[]} to
 * @param {Off} off
 */
export function mailAddress(to, off) {
  const who = [...new Set(to)].map((one) => encodeURIComponent(one).replaceAll("%40", "@")).join(",");
  const body = encodeURIComponent(slip(off).replaceAll("\n", "\r\n"));
  return `mailto:${who}?subject=${encodeURIComponent(title(off))}&body=${body}`;
}

/** The address that begins a text to whom one chooses; telephones of both kinds read it. */
export function textAddress(off) {
  return `sms:?&body=${encodeURIComponent(message(off))}`;
}
