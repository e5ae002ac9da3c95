// What the page of an activity has besides the frame.

import { oneDate } from "./copies.mjs";

oneDate(document);
