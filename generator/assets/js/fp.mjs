// Starts what every page has. Each part stands alone, so that one failing leaves the others working.

import { changesToday } from "./changes.mjs";
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
  () => changesToday(document, new Date(), (url) => fetch(url)).catch(() => {}), // without them the page says less
];

for (const start of parts) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
