// "Subscribe to this view" on the page: the calendars that hold what was chosen, and in plain words what else they hold.

import { made, icon } from "../dom.mjs";
import { legend } from "../facet-words.mjs";
import { listed, n, number, t } from "../words.mjs";

/**
 * What the part says about a view.
 * @param {Document} page
 * @param {{best: import("./cover.mjs").Cover | null, others: import("./cover.mjs").Cover[]}} found
 * @param {{root: string, site: string, ways: Record<string, string>}} given
 *   `site` is the address of the published site; `ways` are the addresses of services, with {url} and {name}
 */
export function subscribeWords(page, { best, others }, { root, site, ways }) {
  if (!best) return [made(page, "p", {}, t("Nothing fits, so there is nothing to subscribe to."))];
  const one = (cover) => made(page, "div", { class: "fp-cover" },
    ...cover.feeds.map((feed) => feedLinks(page, feed, { root, site, ways })), besides(page, cover)); // prettier-ignore
  return [
    made(page, "h2", { class: "fp-vh" }, t("Subscribe to this view")),
    one(best),
    ...(others.length ? [made(page, "h3", {}, t("Or with less besides"))] : []),
    ...others.map(one),
    made(page, "p", {}, t("Changes arrive by themselves, but may take a day. On the day, look here or ring."), " ",
      made(page, "a", { href: `${root}subscribe/` }, t("All calendars, and how it works"))), // prettier-ignore
  ];
}

/** What the calendars hold besides, and why. */
function besides(page, { feeds, extra, ignored, missing }) {
  const said = [];
  if (missing) {
    said.push(n(
      "%(count)s activity is in no calendar that is small enough. Choose less, such as one area.",
      "%(count)s activities are in no calendar that is small enough. Choose less, such as one area.",
      missing,
    )); // prettier-ignore
  }
  if (extra) {
    said.push(feeds.length === 1
      ? n("This calendar has also %(count)s other activity.", "This calendar has also %(count)s other activities.", extra)
      : n("These calendars have also %(count)s other activity.", "These calendars have also %(count)s other activities.", extra)); // prettier-ignore
  }
  const times = ignored.filter((name) => name === "day" || name === "time");
  if (extra || times.length) {
    const names = (extra ? ignored : times).map(legend);
    const what = listed(names);
    if (names.length) said.push(feeds.length === 1 ? t("It does not go by: %(what)s.", { what }) : t("They do not go by: %(what)s.", { what }));
  }
  if (feeds.every(({ kind }) => kind === "activity")) {
    said.push(t("Nothing else is in it, and nothing new will be."));
  }
  return said.length ? made(page, "p", { class: "fp-soft" }, said.join(" ")) : null;
}

function feedLinks(page, feed, { root, site, ways }) {
  const address = site + feed.path;
  const webcal = `webcal://${address.split("://")[1]}`;
  const name = () => made(page, "span", { class: "fp-vh" }, `: ${feed.name}`);
  const filled = (pattern) => pattern.replace("{url}", encodeURIComponent(webcal)).replace("{name}", encodeURIComponent(feed.name));
  return made(
    page,
    "section",
    { class: "fp-feed" },
    made(page, "h3", {}, feed.name),
    feed.size ? made(page, "p", { class: "fp-soft" }, t("%(size)s kB", { size: number(Math.ceil(feed.size / 1000)) })) : null,
    made(page, "p", { class: "fp-links" },
      made(page, "a", { class: "fp-btn fp-btn--go", href: webcal }, icon(page, "calendar-plus", root), t("Add on this device"), name()),
      ...Object.entries(ways).flatMap(([service, pattern]) => [" ", made(page, "a", { href: filled(pattern), rel: "noopener noreferrer" }, service, name())])),
    made(page, "p", { class: "fp-address" }, made(page, "a", { href: address }, address), " ",
      made(page, "button", { class: "fp-btn", type: "button", "data-copy": address }, icon(page, "content-copy", root),
        made(page, "span", { "data-copy-word": true }, t("Copy address")))),
  ); // prettier-ignore
}
