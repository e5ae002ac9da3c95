// The colours of the style sheet: the two dark sets are the same, and words can be read on every ground.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../generator/assets/css/00-tokens.css", import.meta.url), "utf8");

/** The custom properties of the block that a selector opens. */
function tokens(selector) {
  const start = css.indexOf(`${selector} {`);
  assert.notEqual(start, -1, selector);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--fp-([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]));
}

const light = tokens(":root");
const dark = { ...light, ...tokens(':root[data-theme="dark"]') };

/** Relative luminance, WCAG 2.2. */
function luminance(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [red, green, blue] = digits
    .map((pair) => parseInt(pair, 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test("contrast is measured as WCAG does", () => {
  assert.equal(contrast("#fff", "#000000"), 21);
  assert.equal(contrast("#777777", "#fff").toFixed(2), "4.48");
});

test("a dark device and a reader who chose dark get the same colours", () => {
  assert.deepEqual(tokens(':root:not([data-theme="light"])'), tokens(':root[data-theme="dark"]'));
});

test("every colour has its dark counterpart, but for those that are white on the brand in both", () => {
  const colours = Object.keys(light).filter((name) => light[name].startsWith("#") && name !== "on-brand");
  assert.deepEqual(Object.keys(tokens(':root[data-theme="dark"]')).sort(), colours.sort());
});

const grounds = ["ground", "surface", "sunken"];
const pairs = [
  ...["text", "soft", "link", "visited", "action", "help", "check-ink"].flatMap((ink) => grounds.map((on) => [ink, on, 7])),
  ...["check-ground", "cancelled-ground", "good-ground"].flatMap((on) => ["text", "link"].map((ink) => [ink, on, 7])),
  ["check-ink", "check-ground", 7],
  ["help", "cancelled-ground", 7],
  ["on-brand", "brand", 7],
  ["on-action", "action", 7],
  ...grounds.map((on) => ["edge", on, 3]),
  ...["support", "make", "move", "meet", "calm", "give"].flatMap((family) => [
    ["on-family", family, 3],
    [family, "ground", 3],
    [family, "surface", 3],
  ]),
];

for (const [name, set] of Object.entries({ light, dark })) {
  test(`in ${name}, words have seven to one and shapes three to one`, () => {
    for (const [ink, on, least] of pairs) {
      const measured = contrast(set[ink], set[on]);
      assert.ok(measured >= least, `${ink} on ${on}: ${measured.toFixed(2)}, not ${least}`);
    }
  });
}
