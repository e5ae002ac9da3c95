// Questions that only the person can answer: no group knows how old somebody is who has not said it. They are put to
// the person; what is left is asked on the telephone. No page in here.

import { byNumber } from "../match/lanes.mjs";

/** The field of the profile that answers a question, where the person is the one to ask. */
function fieldOf(code, profile) {
  if (code === "c.age" && profile.age === undefined) return "age";
  // Who wants women only asks one to one who comes: that is for the group to say.
  if (code === "c.gender" && profile.gender === undefined && profile.gender_pref === undefined) return "gender";
  return null;
}

/**
 * The records with questions, by who answers them.
 * @param {{open: Object[], more: Object[]}} questions  as match() gives them
 * @param {Object} profile
 * @param {(id: string) => {id: string, phone?: string, answered?: string}} facts
 * @returns {{tell: {field: string, count: number}[], waiting: number,
 *   calls: {phone: string | null, answered: string | null, entries: Object[]}[], more: Object[]}}
 *   `tell`: what the person may say, and about how many records it decides; `waiting`: how many wait for nothing else
 */
export function byWhoAnswers({ open, more }, profile, facts) {
  const counts = new Map();
  const left = [...open, ...more].map((one) => {
    const check = one.check.filter(({ code }) => {
      const field = fieldOf(code, profile);
      if (field) counts.set(field, (counts.get(field) ?? 0) + 1);
      return field === null;
    });
    return { ...one, check };
  });
  const asked = left.filter((one) => one.check.length > 0);
  const now = asked.slice(0, open.length);
  const byId = new Map(now.map((one) => [one.id, one]));
  return {
    tell: [...counts].map(([field, count]) => ({ field, count })),
    waiting: left.length - asked.length,
    calls: byNumber(now.map(({ id }) => ({ record: facts(id) }))).map(({ phone, answered, ids }) => ({
      phone,
      answered,
      entries: ids.map((id) => byId.get(id)),
    })),
    more: asked.slice(open.length),
  };
}
