/** Limits that the provider sets: is there room, are the facts fresh, whom is it for, whom does it serve. */

import { reason } from "./reasons.mjs";

/** Open, full, paused or closed. Full that was known long ago is worth a question. */
export function status(record, client, world, found) {
  const { status: is } = record;
  if (is === "closed") found.add("out", reason("x.status_closed"));
  if (is === "waiting_list") found.add("check", reason("c.waiting_list", { days: record.wait_days ?? null }));
  if (is === "paused") {
    if (record.back_on) found.add("check", reason("c.paused", { back_on: record.back_on }));
    else found.add("out", reason("x.status_paused"));
  }
  if (is === "full") {
    const known = record.status_on ?? record.checked;
    const old = !known || world.today - world.number(known) > 7 * world.rules.limits.full_weeks;
    if (old) found.add("check", reason("c.full", { on: known ?? null }));
    else found.add("out", reason("x.status_full", { on: known }));
  }
}

/** Never checked counts as long ago. */
export function fresh(record, client, world, found) {
  const age = record.checked ? world.today - world.number(record.checked) : Infinity;
  if (age > world.rules.limits.stale_days) found.add("check", reason("c.stale", { on: record.checked ?? null }));
}

/** Only for, and made for: not offered to people who have not said that they belong there. */
export function audience(record, client, world, found) {
  const belongs = (tags) => tags.length === 0 || tags.some((tag) => client.tags.has(tag));
  if (!belongs(record.requires)) found.add("out", reason("x.audience", { tags: record.requires }));
  if (!belongs(record.designed_for)) found.add("out", reason("x.designed_for", { tags: record.designed_for }));
}

/** An age that was not told is a question; a little too young is worth one, too, and stays out until it is answered. */
export function age(record, client, world, found) {
  const { min_age: least, max_age: most } = record;
  if (least === null && most === null) return;
  const own = client.profile.age;
  const facts = { min_age: least, max_age: most };
  if (own === undefined) {
    found.add("check", reason("c.age", facts));
  } else if (least !== null && own < least) {
    found.add("out", reason("x.age", facts));
    if (least - own <= world.rules.limits.nearly_years) found.add("check", reason("c.age_nearly", facts));
  } else if (most !== null && own > most) {
    found.add("out", reason("x.age", facts));
  }
}

/** A gender that was not told, or that is neither woman nor man, is a question and never a no. */
export function gender(record, client, world, found) {
  const { gender: only } = record;
  const own = client.profile.gender;
  if (only && only !== own) {
    const certain = own === "woman" || own === "man";
    if (certain) found.add("out", reason("x.gender", { gender: only }));
    else found.add("check", reason("c.gender", { gender: only }));
  }
}

const CHOSEN = { women_only: "woman", men_only: "man" };

/** Where women only was chosen, a mixed group is out, and one to one one asks who comes. */
export function genderChosen(record, client, world, found) {
  const chosen = CHOSEN[client.profile.gender_pref];
  if (!chosen || record.gender === chosen || world.rules.alone_kinds.includes(record.kind)) return;
  if (record.format.every((format) => format === "post")) return;
  if (record.size === "one_to_one" && !record.gender) found.add("check", reason("c.gender", { gender: chosen }));
  else found.add("out", reason("x.gender_pref", { gender: chosen }));
}

/** The area served; who has not said where they live is not left out. */
export function area(record, client, world, found) {
  if (record.areas.length === 0 || client.areas.size === 0) return;
  if (!record.areas.some((id) => client.areas.has(id))) found.add("out", reason("x.area", { areas: record.areas }));
}

/** Tried, gone to already, or refused. */
export function tried(record, client, world, found) {
  if (client.left.has(record.id)) found.add("out", reason("x.tried"));
}

/** Settings, topics, organisations and single records that the client must or will not meet; contacts: way.mjs. */
export function avoid(record, client, world, found) {
  if (client.avoid.size === 0) return;
  const hit = [...client.avoid].find((what) => meets(record, what, world.rules));
  if (hit !== undefined) found.add("out", reason("x.avoid", { what: hit }));
}

function meets(record, what, rules) {
  if (what === record.id || what === record.org || what === record.org_id) return true;
  if (record.topics.some((topic) => topic === what || topic.split(".")[0] === what)) return true;
  const settings = rules.avoid_settings[what] ?? [what];
  if (settings.some((setting) => record.setting.includes(setting))) return true;
  return what === "alcohol" && record.access.alcohol_free === "no";
}

/** What has to be done first, which is no limit: a worker asks, or one books. */
export function entrance(record, client, world, found) {
  if (record.referral === "professional") found.add("note", reason("a.referral"));
  if (record.book) found.add("note", reason("a.book"));
  const needed = record.kind === "volunteering" ? record.helper_checks.filter((one) => one !== "nothing") : [];
  if (needed.length > 0) found.add("note", reason("a.helper_checks", { needed }));
}
