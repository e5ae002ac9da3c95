import assert from "node:assert/strict";
import test from "node:test";

import { filled, readSlip } from "../../generator/assets/js/suggest/slip.mjs";
import { idIn, issue, mail, newFile } from "../../generator/assets/js/suggest/ways.mjs";

const SLIP = `[record shed] The Shed

[phone] Telephone: 01632 960101
The right one is:

[cost] What it costs: £2: cash
The right one is:

[record mill] The Old Mill

[step_free] Step-free way in: not known
The right one is:

[role] Your part in this
Answer:

[end]
`;

test("a slip says which record each question is about", () => {
  const { asks, names } = readSlip(SLIP);

  assert.deepEqual(asks.map((ask) => [ask.record, ask.mark]), [["shed", "phone"], ["shed", "cost"], ["mill", "step_free"], ["mill", "role"]]);
  assert.deepEqual(names, { shed: "The Shed", mill: "The Old Mill" });
});

test("only what was answered goes out, under its record", () => {
  const text = filled(readSlip(SLIP), { 0: "01632 960199", 1: "  " });

  assert.equal(text, "[record shed] The Shed\n\n[phone] Telephone: 01632 960101\nThe right one is: 01632 960199\n\n[end]\n");
});

test("an answer cannot hold a mark or end before its time", () => {
  const text = filled(readSlip(SLIP), { 0: "1\n\n[record mill] x\n[end]" });

  assert.match(text, /The right one is: 1 \(record mill\) x \(end\)\n/);
});

test("a text that is too long for an address stays at home", () => {
  const long = "x".repeat(9000);
  const pattern = "https://example.org/r/_new/main/?filename={path}&value={text}";

  assert.equal(mail("a@example.org", "New", "short\n", "paste").whole, true);
  assert.match(mail("a@example.org", "New", long, "paste").href, /^mailto:a@example\.org\?subject=New&body=paste$/);
  assert.deepEqual(newFile(pattern, "data/a.yml", long), { href: "https://example.org/r/_new/main/?filename=data/a.yml", whole: false });
  assert.equal(issue("https://example.org/i?title={}&body={}", "A", long).href, "https://example.org/i?title=A&body=");
});

test("what was typed stays text in an address", () => {
  const pattern = "https://example.org/r/new/main?filename={path}&value={text}";

  assert.equal(newFile(pattern, "data/a.yml", "a&b=c#d $& {path}").href, "https://example.org/r/new/main?filename=data/a.yml&value=a%26b%3Dc%23d%20%24%26%20%7Bpath%7D");
});

for (const [fragment, id] of [
  ["#id=knit-and-natter", "knit-and-natter"],
  ["#id=../../x", ""],
  ["#id=A", ""],
  ["#name=Jo", ""],
  ["", ""],
]) {
  test(`the id in “${fragment}” is “${id}”`, () => assert.equal(idIn(fragment), id));
}
