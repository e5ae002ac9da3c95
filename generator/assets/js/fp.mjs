// Starts what every page has. Each part stands alone, so that one failing leaves the others working.

import { colours, copyButtons, help, leave, menu, printButtons, unfoldForPaper } from "./frame.mjs";
import { stars } from "./list/keep.mjs";
import { searchBoxes } from "./search/start.mjs";
import { markToday } from "./today.mjs";

const parts = [
  () => leave(document, window), // first: the one that matters most
  () => help(document),
  () => menu(document),
  () => searchBoxes(document, window),
  () => colours(document, window),
  () => copyButtons(document, window),
  () => printButtons(document, window),
  () => stars(document, window),
  () => unfoldForPaper(document, window),
  () => markToday(document, new Date()),
  () => changes().catch(() => {}), // without them the page says less
];

/** Few pages say what changes today, so what makes that comes to them alone. */
async function changes() {
  if (document.querySelector("[data-changes]") === null) return;
  const { changesToday } = await import("./changes.mjs");
  await changesToday(document, new Date(), (url) => fetch(url));
}

for (const start of parts) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
