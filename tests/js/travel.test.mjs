import assert from "node:assert/strict";
import { test } from "node:test";

import { isView } from "../../generator/assets/js/calendar/travel.mjs";

test("months, weeks, days and lists are views of the calendar; paper, the staff's dates and other pages are not", () => {
  const views = ["", "2026-12/", "2026-12/list/", "week/2026-11-30/", "2026-12-03/", "2026-12-03/2/"];
  const others = ["2026-12/print/", "2026-12-03/print/", "week/2026-11-30/print/", "staff/", "print/", "2026-12"];

  for (const url of views) assert.ok(isView(`/fingerpost/calendar/${url}`), url);
  for (const url of others) assert.ok(!isView(`/fingerpost/calendar/${url}`), url);
  assert.ok(!isView("/directory/"));
});
