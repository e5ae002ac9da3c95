import assert from "node:assert/strict";
import { test } from "node:test";

import { message, slip, textAddress, title } from "../../generator/assets/js/cancel/texts.mjs";

const OFF = {
  id: "chair-yoga",
  name: "Chair Yoga",
  day: "2026-12-01",
  when: "Tuesday 1 December 2026, 2 pm",
  why: "the boiler is being mended",
  phone: "01632 960100",
};
const SLIP = "[record chair-yoga] Chair Yoga\n[cancel 2026-12-01]\nThe reason is: the boiler is being mended\n[end]\n";

test("the text for those on duty names record, day, item and reason", () => {
  assert.equal(slip(OFF), SLIP);
  assert.match(slip({ ...OFF, key: "late" }), /^\[cancel 2026-12-01 late\]$/m);
});

test("a reason or a name cannot bring marks of its own", () => {
  const text = slip({ ...OFF, name: "A [record b]", why: "snow\n\n[record c]\n[cancel 2026-12-08]\nThe reason is: x" });

  assert.deepEqual(text.match(/\[[^\]]*\]/g), ["[record chair-yoga]", "[cancel 2026-12-01]", "[end]"]);
  assert.equal(text.split("\n").length, 5);
});

test("people are told what, when, why and whom to ring", () => {
  assert.equal(
    message(OFF),
    "Cancelled: Chair Yoga, Tuesday 1 December 2026, 2 pm. The boiler is being mended. Questions? Ring 01632 960100.",
  );
});

test("a mail or an issue is called by what is cancelled, and when", () => {
  assert.equal(title(OFF), "Cancelled: Chair Yoga, Tuesday 1 December 2026, 2 pm");
});

test("a text holds the message and leaves open to whom it goes", () => {
  const address = textAddress(OFF);

  assert.ok(address.startsWith("sms:?&body="));
  assert.equal(decodeURIComponent(address.slice("sms:?&body=".length)), message(OFF));
});
