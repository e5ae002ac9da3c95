// A plan of some time ago against the directory of today: what changed, what is gone, what is new. No page in here.

/** What somebody with a plan has to be told of, in the order of its importance. */
const COMPARED = ["status", "when", "where", "cost", "phone"];

/**
 * @param {import("./letter.mjs").Plan} plan
 * @param {(id: string) => Object | null} facts  what is known of a record today
 * @returns {{id: string, title: string, gone: boolean, changed: {what: string, before: string | null, now: string | null}[]}[]}
 */
export function changes(plan, facts) {
  return plan.chosen.map((before) => {
    const now = facts(before.id);
    if (now === null) return { id: before.id, title: before.title ?? before.id, gone: true, changed: [] };
    const changed = COMPARED.filter((what) => plain(before[what]) !== plain(now[what]));
    return {
      id: before.id,
      title: now.title,
      gone: now.status === "closed",
      changed: changed.map((what) => ({ what, before: before[what], now: now[what] })),
    };
  });
}

// A mail program may have turned odd spaces into plain ones.
const plain = (text) => (text === null || text === undefined ? "" : text.replace(/\s+/g, " ").trim());

/** Whether there is anything to tell. */
export function isTouched(found) {
  return found.some((one) => one.gone || one.changed.length > 0);
}

/** What is on the lists now and was in none of them when the plan was made. */
export function newSince(plan, shown) {
  const seen = new Set([...plan.seen, ...plan.chosen.map((one) => one.id)]);
  return shown.filter((id) => !seen.has(id));
}

/**
 * A profile that is read again: fields that this version asks, with answers that it offers; the rest is dropped and
 * counted, since a vocabulary may have changed.
 * @param {Object} profile
 * @param {Object[]} questions
 * @param {(question: Object) => Object<string, string>} optionsOf
 */
export function readableProfile(profile, questions, optionsOf) {
  const kept = {};
  let dropped = 0;
  for (const [field, value] of Object.entries(profile)) {
    const question = questions.find((one) => one.field === field);
    const known = question && understood(value, question, optionsOf(question));
    if (known === undefined) dropped += 1;
    else kept[field] = known;
  }
  return { profile: kept, dropped };
}

const NUMBERS = new Set(["age", "max_cost", "max_km"]);
const FREE = /^(?:mon|tue|wed|thu|fri|sat|sun)(?:_(?:am|pm|eve)| \d\d:\d\d-\d\d:\d\d)$/;
const OPEN = new Set(["availability", "avoid", "tried", "goes_already", "said_no", "lives_at", "home"]);

function understood(value, question, options) {
  const codes = Object.keys(options);
  const fits = (one) => typeof one === "string" && (OPEN.has(question.field) || codes.length === 0 || codes.includes(one) || isFamily(one, codes));
  if (question.field === "causes") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return Object.fromEntries(Object.entries(value).filter(([cause, wish]) => codes.includes(cause) && ["yes", "later", "no"].includes(wish)));
  }
  if (question.field === "availability") return Array.isArray(value) ? value.filter((one) => typeof one === "string" && FREE.test(one)) : undefined;
  if (question.several) return Array.isArray(value) ? value.filter(fits) : undefined;
  if (NUMBERS.has(question.field)) return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value === "boolean") return codes.length === 0 && !OPEN.has(question.field) ? value : undefined;
  return fits(value) ? value : undefined;
}

const isFamily = (one, codes) => codes.some((code) => code.startsWith(`${one}.`));
