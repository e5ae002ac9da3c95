// “Tomorrow” is a word of no record. What was typed, and which day is today, into the day that it means.

import { dayAfter } from "../days.mjs";
import { day, t } from "../words.mjs";
import { tokens } from "./tokens.mjs";

/**
 * The day that some words mean, and what a link to it says; null where they name none.
 * @param {string} words
 * @param {string} today
 * @returns {{day: string, words: string} | null}
 */
export function dayMeant(words, today) {
  const typed = new Set(tokens(words));
  const isNamed = (names) => tokens(names).some((name) => typed.has(name));
  if (isNamed(t("tomorrow"))) {
    const next = dayAfter(today, 1);
    return { day: next, words: t("What’s on tomorrow, %(day)s", { day: day(next) }) };
  }
  if (isNamed(t("today tonight"))) return { day: today, words: t("What’s on today, %(day)s", { day: day(today) }) };
  return null;
}
