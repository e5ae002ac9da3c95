import assert from "node:assert/strict";
import { test } from "node:test";

import { issueAddress, mailAddress, message, slip, textAddress } from "../../generator/assets/js/cancel/texts.mjs";

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

test("each kind of repository gets title and text in its own form", () => {
  const forms = [
    ["https://example.org/r/issues/new?template=1-cancel.yml&title={title}&slip={body}", "title", "slip"],
    ["https://example.org/r/issues/new?title={}&body={}", "title", "body"],
    ["https://example.org/r/-/issues/new?issue%5Btitle%5D={}&issue%5Bdescription%5D={}", "issue[title]", "issue[description]"],
  ];
  for (const [form, title, body] of forms) {
    const odd = { ...OFF, why: "$& {title} {} & # ?" };
    const asked = new URL(issueAddress(form, odd)).searchParams;
    assert.equal(asked.get(body), slip(odd));
    assert.equal(asked.get(title), "Cancelled: Chair Yoga, Tuesday 1 December 2026, 2 pm");
  }
});

test("a mail goes to each address once and holds the text with line ends of mails", () => {
  const address = new URL(mailAddress(["a+b@example.org", "c@example.org", "a+b@example.org"], OFF));

  assert.equal(decodeURIComponent(address.pathname), "a+b@example.org,c@example.org");
  assert.equal(address.searchParams.get("body"), SLIP.replaceAll("\n", "\r\n"));
  assert.equal(new URL(mailAddress([], OFF)).pathname, "");
});

test("a text holds the message and leaves open to whom it goes", () => {
  const address = textAddress(OFF);

  assert.ok(address.startsWith("sms:?&body="));
  assert.equal(decodeURIComponent(address.slice("sms:?&body=".length)), message(OFF));
});
