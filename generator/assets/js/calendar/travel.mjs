// From one page of the calendar to another without leaving: for choices that tell of a person and so may stand neither
// in the address nor in any storage. They live in the open page alone, and a new page would not know them.

const VIEW = /\/calendar\/(?:(?:\d{4}-\d\d(?:\/list)?|week\/[\d-]+|\d{4}-\d\d-\d\d(?:\/\d+)?)\/)?$/;

/** Whether an address is a month, a week, a day or a list of the calendar: its paper and the staff's are not. */
export function isView(pathname) {
  return VIEW.test(pathname);
}

/**
 * Puts the main part of another page in the place of this one's.
 * @param {Document} page
 * @param {Window} view
 * @param {string} address  of a page that is made with the same frame
 */
export async function travel(page, view, address) {
  const answer = await view.fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const other = new view.DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.getElementById("main");
  fasten(page, main);
  view.history.pushState(null, "", address);
  page.title = other.title;
  page.querySelector('meta[property="og:url"]').content = other.querySelector('meta[property="og:url"]').content;
  main.replaceChildren(...[...other.getElementById("main").childNodes].map((node) => page.importNode(node, true)));
  main.focus();
}

/** The frame's own links are relative, and the address that they start from is about to change. */
function fasten(page, main) {
  for (const name of ["href", "src", "action"]) {
    for (const one of page.body.querySelectorAll(`[${name}]`)) {
      if (!main.contains(one)) one.setAttribute(name, new URL(one.getAttribute(name), page.baseURI).href);
    }
  }
  for (const template of page.querySelectorAll("template")) {
    for (const one of template.content.querySelectorAll("[href]")) {
      one.setAttribute("href", new URL(one.getAttribute("href"), page.baseURI).href);
    }
  }
}
