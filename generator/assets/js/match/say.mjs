/**
 * A reason → the sentence that people read. The words come with the data file, already in the site's language; how
 * dates, lists, numbers and money are said is handed in, since only the page knows.
 */

const LABELLED = {
  topics: "topic",
  goals: "goal",
  causes: "cause",
  skills: "skill",
  needed: "helper_check",
  tags: "tag",
  features: "access",
  feature: "access",
  format: "format",
  size: "size",
  gender: "gender",
  per: "per",
  languages: "language",
};
const PLACEHOLDER = /%\((\w+)\)s/g;

/**
 * @param {import("./reasons.mjs").Reason} reason
 * @param {{sentences: Object<string, string>, labels: Object<string, Object<string, string>>}} data
 * @param {Object} words functions `date`, `listed`, `number`, `money`, and `t` for messages
 */
export function sentence(reason, data, words) {
  const pattern = data.sentences[reason.variant ? `${reason.code}.${reason.variant}` : reason.code];
  const facts = reason.facts ?? {};
  return pattern.replace(PLACEHOLDER, (_, name) => {
    if (name === "ages") return ages(facts, words);
    const value = facts[name];
    return value === null || value === undefined ? words.t("not known") : said(name, value, data.labels, words);
  });
}

function said(name, value, labels, words) {
  if (name in LABELLED) {
    const known = labels[LABELLED[name]];
    const codes = Array.isArray(value) ? value : [value];
    return words.listed(codes.map((code) => known[code] ?? code));
  }
  if (name === "cost") return words.money(value);
  if (name === "km") return words.number(value);
  return name === "on" || name === "back_on" ? words.date(value) : String(value);
}

function ages({ min_age: least, max_age: most }, words) {
  if (least === null) return words.t("up to %(age)s", { age: most });
  if (most === null) return words.t("%(age)s and over", { age: least });
  return words.t("%(least)s to %(most)s", { least, most });
}
