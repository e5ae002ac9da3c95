// What the page of a record has besides the frame.

import { oneDate } from "./copies.mjs";
import { handOn } from "./list/hand.mjs";

oneDate(document);
handOn(document, window, new Date());
