// A cancelled session as texts: the slip that `fingerpost apply` reads, its title, the message to people. Nothing here
// knows the page.

import { unmarked } from "../outgoing.mjs";
import { t } from "../words.mjs";

/**
 * A session that does not take place.
 * @typedef {{ id: string, name: string, day: string, key?: string, when: string, why: string, phone: string }} Off
 */

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
  return `[record ${id}] ${unmarked(name)}\n${mark}\n${t("The reason is:")} ${unmarked(why)}\n[end]\n`;
}

/**
 * The message for those who might come.
 * @param {Off} off
 */
export function message({ name, when, why, phone }) {
  return [
    t("Cancelled: %(name)s, %(when)s.", { name: unmarked(name), when }),
    sentence(unmarked(why)),
    t("Questions? Ring %(phone)s.", { phone }),
  ].join(" ");
}

/** The title of an issue, or the subject of a mail. */
export function title({ name, when }) {
  return t("Cancelled: %(name)s, %(when)s", { name: unmarked(name), when });
}

/** The address that begins a text to whom one chooses; telephones of both kinds read it. */
export function textAddress(off) {
  return `sms:?&body=${encodeURIComponent(message(off))}`;
}
