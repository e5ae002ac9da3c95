/**
 * What the limits say of one record: reasons to leave it out, questions to ask, things to do.
 *
 * A reason is a code of docs/matching.md with the facts that its sentence needs; a variant has a sentence of its own.
 *
 * @typedef {{code: string, facts?: Object<string, *>, variant?: string, points?: number}} Reason
 * @typedef {{out: Reason[], check: Reason[], note: Reason[]}} Findings
 */

/** Of ten thousand records most say nothing of most: arrays are made when there is something to put into them. */
const NONE = Object.freeze([]);

class Found {
  constructor(out, check, note) {
    this.out = out;
    this.check = check;
    this.note = note;
  }

  /** Adds a reason to one kind. @param {"out" | "check" | "note"} kind @param {Reason} one */
  add(kind, one) {
    if (this[kind] === NONE) this[kind] = [one];
    else this[kind].push(one);
  }
}

/** @returns {Findings} */
export const nothing = () => new Found(NONE, NONE, NONE);

/** @param {string} code @param {Object<string, *>} [facts] @param {string | null} [variant] @returns {Reason} */
export function reason(code, facts, variant) {
  const found = facts ? { code, facts } : { code };
  if (variant) found.variant = variant;
  return found;
}

/** Two findings as one. @param {Findings} one @param {Findings} other @returns {Findings} */
export function joined(one, other) {
  return new Found(both(one.out, other.out), both(one.check, other.check), both(one.note, other.note));
}

const both = (one, other) => (one.length === 0 ? other : other.length === 0 ? one : one.concat(other));

/** What a question becomes where the answer on the telephone is no. */
const WHERE_NO = {
  "c.age": "x.age",
  "c.age_nearly": "x.age",
  "c.companion": "x.companion",
  "c.cost": "x.cost",
  "c.full": "x.status_full",
  "c.gender": "x.gender",
  "c.language": "x.language",
  "c.paused": "x.status_paused",
  "c.stale": "x.status_closed",
  "c.tech_help": "x.format",
  "c.time": "x.time",
  "c.transport": "x.distance",
  "c.waiting_list": "x.status_full",
};

/**
 * The findings after somebody has rung: yes takes the question away, no leaves the record out.
 *
 * @param {Findings} found
 * @param {Object<string, string>} [answers] by code: yes or no
 * @returns {Findings}
 */
export function answered(found, answers) {
  if (!answers) return found;
  const out = answers["c.age_nearly"] === "yes" ? found.out.filter((one) => one.code !== "x.age") : [...found.out];
  const check = [];
  for (const one of found.check) {
    if (answers[one.code] === "no") {
      const code = one.code.startsWith("c.access.") ? `x${one.code.slice(1)}` : WHERE_NO[one.code];
      if (!out.some((other) => other.code === code)) out.push(reason(code, one.facts));
    } else if (answers[one.code] !== "yes") {
      check.push(one);
    }
  }
  return new Found(out, check, found.note);
}
