// What somebody typed, read by the rules that the build wrote from the readers of the check: the same messages and
// remedies. A test runs the same values through both.

import { t } from "../words.mjs";

const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;
const ENDS = new RegExp(`^${SPACES.source}|${SPACES.source}$`, "gu");
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff\u2028\u2029]|(?![\n\t])[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
const MOST_SHOWN = 60;

/**
 * A typed text by a rule: its `value`, empty where nothing is there, or what is wrong with it and the remedy.
 * @returns {{value?: string, message?: string, hint?: string}}
 */
export function read(rule, typed) {
  const plain = joined(typed);
  if (!plain) return { value: "" };
  const quick = rule.oneLine && size(plain) <= rule.longest && !UNPRINTABLE.test(plain);
  const fault = quick ? null : unfit(rule, typed.replace(ENDS, ""));
  if (fault) return fault;
  let text = rule.oneLine ? plain : typed.replace(ENDS, "");
  if (rule.drop && text.startsWith(rule.drop)) text = text.slice(rule.drop.length);
  for (const test of rule.tests) {
    if (new RegExp(test.pattern, "u").test(text) === test.never) return refused(test, text);
  }
  return { value: text };
}

/** Somebody's text as a message shows it: on one line and not too long. */
function shorten(text) {
  const signs = [...joined(text)];
  if (signs.length <= MOST_SHOWN) return signs.join("");
  return `${signs.slice(0, MOST_SHOWN - 1).join("").trimEnd()}…`;
}

function joined(text) {
  return text.replace(SPACES, " ").trim();
}

function size(text) {
  return [...text].length;
}

function unfit(rule, text) {
  const count = size(text);
  if (count > rule.longest) {
    return {
      message: t("This text has %(count)s characters; at most %(longest)s fit.", { count, longest: rule.longest }),
      hint: t("Shorten it."),
    };
  }
  const hidden = HIDDEN.exec(text);
  if (!hidden) return null;
  const code = hidden[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return {
    message: t("There is a hidden character (U+%(code)s) in this text.", { code }),
    hint: t("Delete it, and type the words around it again."),
  };
}

function refused(test, text) {
  for (const [pattern, hint] of test.hints) {
    const found = new RegExp(pattern, "iu").exec(text);
    if (!found) continue;
    const groups = Object.fromEntries(found.map((part, at) => [`g${at}`, part ?? ""]));
    return { message: t(test.said, { text: shorten(text) }), hint: t(hint, { ...groups, text }) };
  }
  return { message: t(test.said, { text: shorten(text) }), hint: "" };
}
