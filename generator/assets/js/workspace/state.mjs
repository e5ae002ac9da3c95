// What the open page knows, and nothing else does: answers, what was said on the telephone, what was chosen. A fresh
// one is all that is left after "Clear everything", and when the page is left. No page in here.

/** How many may be chosen: what one sheet holds and one person can bear in mind. */
export const MOST_CHOSEN = 5;

export function fresh(paper = "a4") {
  return {
    who: null,
    route: "quick",
    step: 0,
    view: "fit",
    profile: {},
    answers: {},
    chosen: [],
    goneOn: false,
    outWords: "",
    role: "",
    notes: {},
    planning: false,
    sheet: { large: false, envelope: false, referral: false, second: "", paper },
    safeHome: false,
    together: {},
    plan: { aim: "", know: "", who: "", comes: "", information: "", review: "" },
    before: null,
    reviews: [],
    saved: true,
  };
}

/** Whether there is anything that would be lost. */
export function holds(state) {
  return state.who !== null || Object.keys(state.profile).length > 0 || Object.values(state.plan).some(Boolean);
}

/** An answer on the telephone; the same one pressed again takes it back. */
export function toldBy(answers, id, code, answer) {
  const { [code]: before, ...others } = answers[id] ?? {};
  const now = before === answer ? others : { ...others, [code]: answer };
  const { [id]: _, ...rest } = answers;
  return Object.keys(now).length ? { ...rest, [id]: now } : rest;
}

/** What the matcher takes of them: yes and no; who did not get through knows nothing more. */
export function answersFor(answers) {
  const known = (told) => Object.fromEntries(Object.entries(told).filter(([, answer]) => answer !== "away"));
  return Object.fromEntries(Object.entries(answers).map(([id, told]) => [id, known(told)]));
}

/** With one more chosen, or one fewer; never more than fit on a sheet. */
export function chosenWith(chosen, id) {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < MOST_CHOSEN ? [...chosen, id] : chosen;
}

/** Without what was said to one question. */
export function untold(answers, id, code) {
  return toldBy(answers, id, code, answers[id][code]);
}

/** Whether there is a plan to be seen: of a person who is not here none is made, and one that is there is put away. */
export function plans(state) {
  return state.planning && state.who !== "absent";
}

/** The page as a plan that was saved had it, with what it asks one plan later. */
export function reopened(state, plan, profile, known) {
  const who = [state.who, profile.who_is_here, "with_worker"].find((one) => one && one !== "absent");
  return {
    ...state,
    who,
    route: "full",
    profile: { ...profile, who_is_here: who },
    chosen: plan.chosen.map((one) => one.id).filter(known),
    plan: { ...fresh().plan, ...plan.words },
    before: plan,
    reviews: plan.reviews,
    planning: true,
    saved: true,
  };
}

/** A list with a thing, or without it where it was there. */
export function toggled(list = [], one) {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
