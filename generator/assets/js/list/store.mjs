// Where the list is kept: in this tab until it closes, or on this device where somebody asked for that. Ids, their order
// and the notes, nothing else.

import { parsed, stored } from "./items.mjs";

/**
 * @typedef {object} Store
 * @property {() => import("./items.mjs").Item[]} read
 * @property {(items: import("./items.mjs").Item[]) => boolean} write  whether it could be kept
 * @property {() => boolean} lasts  whether it is kept on this device
 * @property {(on: boolean) => boolean} last  moves the list to where it lasts, or back into this tab
 * @property {() => void} clear  from everywhere
 */

/**
 * The store of a site; sites below one host have each their own.
 * @param {() => Storage} tab     gives the storage of the tab; may throw where storage is forbidden
 * @param {() => Storage} device  gives the storage of the device
 * @param {string} site           the path of the site: "/fingerpost/"
 * @returns {Store}
 */
export function listStore(tab, device, site) {
  const key = `fingerpost-list:${site}`;
  const get = (storage) => tried(() => storage().getItem(key), null);
  const set = (storage, text) => tried(() => (storage().setItem(key, text), true), false);
  const forget = (storage) => tried(() => storage().removeItem(key), undefined);
  const lasts = () => get(device) !== null;
  const read = () => parsed(get(lasts() ? device : tab));
  return {
    read,
    write: (items) => set(lasts() ? device : tab, stored(items)),
    lasts,
    last: (on) => {
      const items = read();
      const [to, from] = on ? [device, tab] : [tab, device];
      if (!set(to, stored(items))) return false;
      forget(from);
      return true;
    },
    clear: () => {
      forget(tab);
      forget(device);
    },
  };
}

/** The store of the page that is open. */
export function storeOf(view) {
  const site = new URL("../../../", import.meta.url).pathname;
  return listStore(() => view.sessionStorage, () => view.localStorage, site);
}

function tried(what, otherwise) {
  try {
    return what();
  } catch {
    return otherwise;
  }
}
