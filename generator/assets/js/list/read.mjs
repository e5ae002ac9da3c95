// The page of a record in, its facts out. The page says all of them in words; templates/record.html marks where with
// `data-fact` and `data-hand`, and this is the other side of that agreement.

/**
 * One date of an activity.
 * @typedef {{day: string, at: string | null, place: string | null, called: string | null, struck: string, tag: string,
 *   said: string}} FoundDate
 *   `at`: "630-720", null where it is off; `said`: its words, without what is struck and the tag
 *
 * @typedef {object} Facts
 * @property {string} at        "activities/dominoes"
 * @property {string} address   of its page, as the world finds it
 * @property {string} name
 * @property {string} summary
 * @property {string[]} notices that it has ended, pauses, is full
 * @property {string} arm       the next step: "Ring first"
 * @property {string[]} when    its rule in words
 * @property {FoundDate[]} dates
 * @property {{name: string, when: string}[]} there  what it runs
 * @property {string[]} where   lines
 * @property {string} place     on one line
 * @property {string} zone
 * @property {{name: string, said: string}[]} way  how one gets there
 * @property {string} cost
 * @property {boolean} costKnown
 * @property {string | null} phone  their own
 * @property {string} sitePhone
 * @property {string | null} hours
 * @property {string | null} role
 * @property {string[]} reach   other ways to reach them: addresses of mail and websites
 * @property {string[]} asks    what nobody knows about getting in and around
 * @property {{webcal: string, address: string} | null} feed
 */

/**
 * @param {Document} page  the page of a record
 * @returns {Facts | null}  null where it is another page
 */
export function facts(page) {
  const hand = page.querySelector("[data-hand]");
  const address = page.querySelector('meta[property="og:url"]')?.content;
  if (!hand || !address) return null;
  const all = (selector) => [...page.querySelectorAll(selector)];
  const cost = page.querySelector('[data-fact^="cost"]');
  const join = page.querySelector(".fp-box--next");
  const calendar = page.querySelector('.fp-record__dates a[href^="webcal:"]');
  return {
    at: new URL(address).pathname.split("/").filter(Boolean).slice(-2).join("/"),
    address,
    name: words(page.querySelector("h1")),
    summary: words(page.querySelector(".fp-lead")),
    notices: [
      ...all(".fp-record__main > .fp-notice:not(h2 ~ .fp-notice)").map(words),
      ...all(".fp-record__main > .fp-tags").map((state) => words(state.lastChild)),
    ],
    arm: words(join?.querySelector(".fp-arm")),
    when: all('[data-fact="when"]').map(words),
    dates: all(".fp-dates > li[data-date]").map(found),
    there: all(".fp-record .fp-there").map((one) => ({
      name: words(one.querySelector("a")),
      when: [...one.querySelectorAll("div > div")].map(words).join(". "),
    })),
    where: all('[data-fact="where"] dd > div').map(words),
    place: hand.dataset.place,
    zone: hand.dataset.zone,
    way: all('[data-fact="way"] > div').map((pair) => ({
      name: words(pair.querySelector("dt")),
      said: [...pair.querySelectorAll("dd > div")].map(words).join(" "),
    })),
    cost: [...(cost?.querySelectorAll("dd > div") ?? [])].map(words).join(" "),
    costKnown: cost?.dataset.fact === "cost",
    phone: hand.dataset.phone || null,
    sitePhone: hand.dataset.sitePhone,
    hours: hand.dataset.hours || null,
    role: hand.dataset.role || null,
    reach: [...(join?.querySelectorAll('a[href^="sms:"], a[href^="mailto:"], a[href^="http"]') ?? [])].map(reached),
    asks: all(".fp-access > li")
      .filter((row) => row.querySelector(".fp-yn--unknown"))
      .map((row) => words(row.querySelector(".fp-access__what"))),
    feed: calendar && { webcal: calendar.getAttribute("href"), address: calendar.href.replace(/^webcal:/, "https:") },
  };
}

function found(line) {
  const [struck, tag] = [line.querySelector("s"), line.querySelector(".fp-tag:not(.fp-tag--today)")];
  const rest = line.cloneNode(true);
  for (const part of rest.querySelectorAll("s, .fp-tag")) part.remove();
  return {
    day: line.dataset.date,
    at: line.dataset.at ?? null,
    place: line.dataset.place ?? null,
    called: line.dataset.called ?? null,
    struck: words(struck),
    tag: words(tag),
    said: words(rest),
  };
}

function reached(link) {
  const href = link.getAttribute("href");
  return href.startsWith("http") ? href : words(link);
}

/** The words of an element on one line. */
function words(element) {
  return (element?.textContent ?? "").replace(/[^\S\u00a0]+/g, " ").trim();
}
