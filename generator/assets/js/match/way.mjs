/** Limits of one way to take part (in person, by phone, online …): can it be used, reached, understood, paid, and when. */

import { reason } from "./reasons.mjs";
import { timeOf } from "./time.mjs";

const WITHOUT_INTERNET = new Set(["none", "landline_only"]);
const UNSURE_INTERNET = new Set(["phone_only", "no_data"]);
const ALWAYS_TWO = new Set(["every_visit", "has_carer"]);

/** A way that cannot be used. Online needs the internet, unless they lend what it takes: then one asks. */
export function format(record, client, world, found, way) {
  const { profile } = client;
  if (way === "phone" && client.impossible.has("phone")) {
    if (world.rules.asked_kinds.includes(record.kind)) found.add("note", reason("a.interpreter", { feature: "bsl" }));
    else if (!signed(record)) found.add("out", reason("x.format", { format: way }));
  } else if (client.impossible.has(way)) {
    found.add("out", reason("x.format", { format: way }));
  }
  if (client.avoid.has(`contact.${way}`)) found.add("out", reason("x.avoid", { what: `contact.${way}` }));
  if (way === "online" && WITHOUT_INTERNET.has(profile.digital)) {
    const helped = record.device_provided || record.tech_help;
    if (helped) found.add("check", reason("c.tech_help"));
    else found.add("out", reason("x.format", { format: way }));
  }
  if (way === "online" && UNSURE_INTERNET.has(profile.digital)) found.add("check", reason("c.tech_help"));
}

const signed = (record) => record.access.bsl === "yes" || record.langs.some((tag) => tag === "bfi" || tag === "ase");

/** Needs of the place count in person; needs of communication always, but where one rings for help one asks for it. */
export function access(record, client, world, found, way) {
  for (const need of client.needed) {
    if (way !== "in_person" && !need.communication) continue;
    const answer = need.feature === "bsl" && signed(record) ? "yes" : record.access[need.feature];
    if (answer === "yes") continue;
    if (need.communication && world.rules.asked_kinds.includes(record.kind)) found.add("note", need.note);
    else if (answer === "no" && need.out) found.add("out", need.out);
    else found.add("check", need.check);
  }
}

/** Somebody comes along, always or the first time. */
export function companion(record, client, world, found, way) {
  const wish = client.profile.companion;
  if (way !== "in_person" || !wish || wish === "none") return;
  const welcome = record.access.companion_welcome;
  if (ALWAYS_TWO.has(wish)) {
    const twoMatter = record.size === "one_to_one" || record.cost > 0;
    if (welcome === "no") found.add("out", reason("x.companion"));
    else if (welcome !== "yes" && twoMatter) found.add("check", reason("c.companion"));
    if (welcome !== "yes" && welcome !== "no") found.add("note", reason("a.say_two_come"));
  } else if (!record.buddy && welcome !== "no") {
    found.add("note", reason("a.bring_someone"));
  }
}

/** Whether one language tag covers the other: pt covers pt-BR. */
const covers = (one, other) => one === other || other.startsWith(`${one}-`) || one.startsWith(`${other}-`);

/** The languages of the client that are spoken there; the site's language counts where some of it is known. */
export function shared(record, client, world) {
  const { languages, site_language: level } = client.profile;
  const spoken = level === "fluent" || level === "basic" ? [...languages, world.language] : languages;
  const heard = [...(record.langs.length ? record.langs : [world.language]), ...record.also_spoken];
  return spoken.filter((own) => heard.some((there) => covers(own, there)));
}

/** A language in common, or a place for those who learn it; where there is neither, an interpreter. */
export function language(record, client, world, found) {
  if (!client.profile.languages || record.language_learners || shared(record, client, world).length > 0) return;
  const interpreter = record.access.interpreter;
  const facts = { languages: record.langs.length ? record.langs : [world.language] };
  if (interpreter === "yes") found.add("note", reason("a.interpreter", { feature: "interpreter" }));
  else if (interpreter === "no") found.add("out", reason("x.language", facts));
  else found.add("check", reason("c.language", facts));
}

/** What it costs a time. A price for a term is compared only where even the whole of it is within the limit. */
export function cost(record, client, world, found) {
  const most = client.profile.max_cost;
  if (most === undefined) return;
  const facts = { cost: record.cost, per: record.per };
  if (record.cost === null) found.add("check", reason("c.cost", facts));
  else if (record.cost > most && record.help_with_cost === "yes") found.add("check", reason("c.cost", facts, "waive"));
  else if (record.cost > most && record.per !== "session") found.add("check", reason("c.cost", facts, "share"));
  else if (record.cost > most) found.add("out", reason("x.cost", facts));
}

/** Times: must for groups; one to one by phone or at home can be arranged, so a clash is a question. */
export function time(record, client, world, found, way) {
  const answer = timeOf(record, client, world, way);
  if (answer === "met") return;
  const arranged = record.size === "one_to_one" && (way === "phone" || way === "home_visit");
  const facts = { when: record.when };
  if (answer === "not met" && !arranged) found.add("out", reason("x.time", facts));
  else found.add("check", reason("c.time", facts));
}

/** Kilometres from home, or null where either end is not known. */
export function distance(record, client) {
  const { home } = client.profile;
  if (!home || !record.xy) return null;
  return Math.hypot(record.xy[0] - home[0], record.xy[1] - home[1]);
}

/** Own range, unless they fetch people. With a car scheme in the answer, one asks the cars. */
export function reach(record, client, world, found, way) {
  if (way !== "in_person" || client.range === null || !client.profile.home) return;
  const km = distance(record, client);
  if (km !== null && km <= client.range) return;
  const facts = { km: km === null ? null : Math.round(km * 10) / 10 };
  if (record.transport === "yes") found.add("note", reason("a.lift", facts));
  else if (record.transport !== "no" || km === null) found.add("check", reason("c.transport", facts));
  else if (world.scheme) found.add("check", reason("c.transport", { ...facts, scheme: world.scheme }, "scheme"));
  else found.add("out", reason("x.distance", facts));
}
