// The place of a record in, its facts out, read from its page: right whenever the page is, and no file more to build.
// Old links hold ids without a folder; which one it is, the sitemap says, so that no page is asked for in vain.

import { idOf, place } from "./items.mjs";
import { facts } from "./read.mjs";

const SECTIONS = ["activities", "resources"];
const MOVES = 3; // a record may have been renamed more than once

/**
 * What became of a record. `moved`: it stood under another id.
 * @typedef {{state: "there", at: string, moved: boolean, facts: import("./read.mjs").Facts} | {state: "gone"} |
 *   {state: "failed"}} Found
 */

/**
 * A function that looks up records; each is asked for once.
 * @param {string} root  the address of the site, with a slash at its end
 * @param {typeof fetch} fetch
 * @param {(html: string) => Document} parse
 * @returns {(at: string) => Promise<Found>}
 */
export function loader(root, fetch, parse) {
  const known = new Map();
  let listed = null;
  const map = () => (listed ??= sitemap(root, fetch));
  return async (at) => {
    if (!known.has(at)) known.set(at, look(at, { root, fetch, parse, map }));
    const found = await known.get(at);
    if (found.state === "failed") known.delete(at); // so that it can be tried again
    return found;
  };
}

async function look(at, given) {
  const places = at.includes("/") ? [at] : await folders(at, given.map);
  for (const one of places) {
    const found = await page(one, given, MOVES);
    if (found.state !== "gone") return found.state === "there" ? { ...found, moved: idOf(found.at) !== idOf(at) } : found;
  }
  return { state: "gone" };
}

/** Where a record of which only the id is known may stand: what no map shows is tried in each folder. */
async function folders(id, map) {
  const places = SECTIONS.map((section) => `${section}/${id}`);
  const known = await map();
  const found = places.filter((one) => known.includes(`/${one}/<`));
  return found.length > 0 ? found : places;
}

async function sitemap(root, fetch) {
  try {
    const answer = await fetch(`${root}sitemap.xml`);
    return answer.ok ? await answer.text() : "";
  } catch {
    return "";
  }
}

async function page(at, given, moves) {
  let document;
  try {
    const answer = await given.fetch(`${given.root}${at}/`);
    if (answer.status === 404 || answer.status === 410) return { state: "gone" };
    if (!answer.ok) return { state: "failed" };
    document = given.parse(await answer.text());
  } catch {
    return { state: "failed" }; // no network
  }
  const found = facts(document);
  if (found) return { state: "there", at, facts: found };
  const to = next(document, at, given.root);
  return to && moves > 0 ? page(to, given, moves - 1) : { state: "gone" };
}

/** Where a page of a renamed record leads: another record of this site, or nowhere. */
function next(document, at, root) {
  const refresh = document.querySelector('meta[http-equiv="refresh"]')?.content ?? "";
  const [, href] = /^0;\s*url=(.+)$/.exec(refresh) ?? [];
  if (!href) return null;
  const address = new URL(href, `${root}${at}/`).href;
  const to = address.startsWith(root) ? place(address.slice(root.length)) : null;
  return to?.includes("/") && to !== at ? to : null;
}
