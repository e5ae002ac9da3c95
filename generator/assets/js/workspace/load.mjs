// The workspace fetches all it needs, once, and then shuts the door: a policy that is added to a page holds from there
// on, so the browser itself refuses every further connection.

import { loaded } from "../columns.mjs";
import { FILE } from "../match-records.mjs";

/** What holds once the data is there. The policy of every page holds beside it. */
const LOCK = "connect-src 'none'; form-action 'none'; worker-src 'none'";

/**
 * The file of the workspace and the drawings of its icons, which a browser would otherwise ask for one by one.
 * @param {string} root the way to the top of the site
 * @param {typeof fetch} fetch
 */
export async function fetched(root, fetch) {
  const [file, sprite] = await Promise.all([loaded(`${root}${FILE}`, fetch), fetch(`${root}assets/icons.svg`)]);
  if (!sprite.ok) throw new Error(`the icons: ${sprite.status}`);
  return { file, sprite: await sprite.text() };
}

/** Puts the drawings into the page, where nothing needs to be asked for. */
export function drawings(page, sprite) {
  const parsed = new page.defaultView.DOMParser().parseFromString(sprite, "image/svg+xml").documentElement;
  const own = page.importNode(parsed, true);
  own.setAttribute("class", "fp-match__drawings");
  page.body.append(own);
}

/** @param {Document} page */
export function lock(page) {
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = LOCK;
  page.head.append(policy);
}
