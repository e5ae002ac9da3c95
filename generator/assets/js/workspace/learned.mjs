// What a worker learned on the telephone → one text for the coordinator, in the form of docs/corrections.md. It names
// records and facts and says nothing of the person: questions that would tell their age, gender, times or language are
// left out. No page in here.

import { mailAddress, unmarked } from "../outgoing.mjs";
import { t } from "../words.mjs";

const ACCESS = "c.access.";

/** What an answer says of the group, in words that tell nothing of who asked; null where they would. */
function neutral(code, yes) {
  const said = {
    "c.companion": [t("Somebody may come along."), t("Nobody may come along.")],
    "c.cost": [t("The cost was asked about."), t("The cost was asked about.")],
    "c.paused": [t("It comes back when it says."), t("It does not come back when it says.")],
    "c.stale": [t("The facts are still so."), t("The facts are no longer so.")],
    "c.tech_help": [t("They help people to get online for it."), t("They do not help people to get online for it.")],
    "c.transport": [t("They fetch people and take them home."), t("They do not fetch people.")],
    "c.waiting_list": [t("There is a waiting list that moves."), t("There is no room, and the waiting list is long.")],
  }[code];
  return said ? said[yes ? 0 : 1] : null;
}

/**
 * One thing that was learned, as the page lists it; null where it must not be handed on.
 * @param {string} code  the question's
 * @param {"yes" | "no"} answer
 * @param {{access: Object<string, string>}} labels
 * @returns {{mark: string, label: string, value: string, words: string} | null}
 */
export function factOf(code, answer, labels) {
  const yes = answer === "yes";
  const said = yes ? t("yes") : t("no");
  if (code.startsWith(ACCESS)) {
    const feature = code.slice(ACCESS.length);
    const label = labels.access[feature];
    return { mark: feature, label, value: answer, words: t("%(fact)s: %(answer)s", { fact: label, answer: said }) };
  }
  if (code === "c.full") {
    const label = t("Places");
    return { mark: "places", label, value: yes ? "open" : "full", words: yes ? t("There is room again.") : t("It is still full.") };
  }
  const words = neutral(code, yes);
  return words === null ? null : { mark: "other", label: "", value: words, words };
}

/**
 * All that was learned, by record.
 * @param {Object<string, Object<string, string>>} answers
 * @param {(id: string) => {title: string} | null} facts
 * @returns {{id: string, title: string, code: string, fact: ReturnType<typeof factOf>}[]}
 */
export function learned(answers, facts, labels) {
  return Object.entries(answers).flatMap(([id, told]) =>
    Object.entries(told)
      .filter(([, answer]) => answer !== "away")
      .map(([code, answer]) => ({ id, title: facts(id)?.title ?? id, code, fact: factOf(code, answer, labels) }))
      .filter(({ fact }) => fact !== null),
  );
}

/**
 * The message: a section for each record, then when, by what role and how it was found out.
 * @param {ReturnType<typeof learned>} found
 * @param {{today: string, role: string, notes: Object<string, string>}} how  `notes` by "id code": what else they said
 */
export function message(found, { today, role, notes }) {
  const lines = [];
  for (const id of new Set(found.map((one) => one.id))) {
    const mine = found.filter((one) => one.id === id);
    lines.push(`[record ${id}] ${unmarked(mine[0].title)}`, "");
    for (const { code, fact } of mine) {
      const note = unmarked(notes[`${id} ${code}`] ?? "");
      if (code === "c.cost" && note) lines.push(`[cost] ${t("What it costs")}: ${t("not known")}`, `${t("The right one is:")} ${note}`, "");
      else if (fact.mark === "other") lines.push(`[other] ${t("Anything else that is wrong")}`, `${t("Answer:")} ${unmarked(mine[0].title)}: ${fact.value}${note ? ` ${note}` : ""}`, "");
      else lines.push(`[${fact.mark}] ${unmarked(fact.label)}: ${t("not known")}`, `${t("The right one is:")} ${fact.value}${note ? `, ${note}` : ""}`, "");
    }
  }
  lines.push(
    `[date] ${t("The day on which you found this out")}`, `${t("Answer:")} ${today}`, "",
    `[role] ${t("Your part in this, not your name: neighbour, group leader, link worker")}`, `${t("Answer:")} ${unmarked(role)}`, "",
    `[how] ${t("How you know it: visited, rang, wrote, website")}`, `${t("Answer:")} rang`, "",
    "[end]",
  ); // prettier-ignore
  return `${lines.join("\n")}\n`;
}

/** The address that opens a mail with the message, for mail programs that take it. */
export function mail(to, text) {
  return mailAddress([to], t("What I learned today"), text);
}
