// A referral summary for what a worker has to ask for: what the person said, by the headings that services know, and
// empty lines where a name would go. Printed here, sent by nobody.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";

/** What a profile says that a service needs to know, as lines of words. */
function needed(profile, labels, questions) {
  const options = (field) => questions.find((one) => one.field === field)?.options ?? {};
  const words = (field, table = options(field)) => [profile[field] ?? []].flat().filter((code) => code !== "none").map((code) => table[code] ?? code);
  return [
    [t("What the person wants"), words("goals", labels.goal)],
    [t("What makes it hard, and help is wanted with"), Object.entries(profile.causes ?? {}).filter(([, wish]) => wish === "yes").map(([code]) => labels.cause[code] ?? code)],
    [t("Getting about"), words("mobility")],
    [t("Hearing and sight"), [...words("hearing"), ...words("vision")]],
    [t("What must be there"), words("access_needs", labels.access)],
    [t("Languages"), words("languages", labels.language)],
    [t("Who comes along"), words("companion")],
  ].filter(([, found]) => found.length > 0); // prettier-ignore
}

/**
 * A page for each record that needs one.
 * @param {Document} page
 * @param {Object[]} entries
 */
export function referrals(page, entries, { profile, labels, questions, on }) {
  const blank = (label) => made(page, "p", { class: "fp-plan__line is-empty" }, made(page, "strong", {}, `${label}:`), " ");
  const lines = needed(profile, labels, questions);
  return entries.filter((one) => one.referral).map((one) =>
    made(page, "section", { class: "fp-plan__referral" },
      made(page, "h2", {}, t("Referral summary")),
      made(page, "p", {}, made(page, "strong", {}, `${t("To")}:`), " ", [one.title, one.phone].filter(Boolean).join(", ")),
      made(page, "p", {}, made(page, "strong", {}, `${t("Date")}:`), " ", on),
      ...[t("Name"), t("Date of birth"), t("Address"), t("Telephone, and when to ring"), t("Who asks: name, role, service, telephone"), t("The person has agreed to this on"), t("Risks that they should know of")].map(blank),
      ...lines.map(([label, found]) => made(page, "p", {}, made(page, "strong", {}, `${label}:`), " ", found.join("; "))),
      blank(t("Anything else")))); // prettier-ignore
}
