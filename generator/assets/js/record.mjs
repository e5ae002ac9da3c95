// What the page of a record has besides the frame.

import { oneDate } from "./copies.mjs";
import { leaflet } from "./leaflet.mjs";
import { handOn } from "./list/hand.mjs";

oneDate(document);
leaflet(document, window);
handOn(document, window, new Date());
