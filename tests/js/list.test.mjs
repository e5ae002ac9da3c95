import assert from "node:assert/strict";
import { test } from "node:test";

import * as list from "../../generator/assets/js/list/items.mjs";
import { loader } from "../../generator/assets/js/list/load.mjs";
import { listStore } from "../../generator/assets/js/list/store.mjs";

const items = (...places) => places.map((at) => ({ at, note: "" }));
const places = (found) => found.map(({ at }) => at);

test("a place is a folder and an id, or an id alone, and nothing else", () => {
  const cases = [
    ["activities/tea/", "activities/tea"],
    ["resources/mens-shed", "resources/mens-shed"],
    ["tea", "tea"],
    ["venues/hall", null],
    ["../tea", null],
    ["activities/../../match", null],
    ["Tea", null],
    ["javascript:alert(1)", null],
    ["//example.org", null],
    ["tea?x=1", null],
    ["a".repeat(81), null],
    ["", null],
    [null, null],
    [{ toString: () => "tea" }, null],
  ];
  for (const [text, wanted] of cases) assert.equal(list.place(text), wanted, String(text));
});

test("what is stored is read again, and what cannot be an item is left out", () => {
  const kept = [{ at: "activities/tea", note: "bring the red mug" }, { at: "shed", note: "" }];
  assert.deepEqual(list.parsed(list.stored(kept)), kept);
  const cases = [
    [null, []],
    ["not JSON", []],
    ['{"at":"tea"}', []],
    ['[null, 7, "tea", {"at":"<img>"}, {"at":"tea","note":9}, {"at":"tea","note":"twice"}]', items("tea")],
  ];
  for (const [text, wanted] of cases) assert.deepEqual(list.parsed(text), wanted, text);
  assert.equal(list.parsed(JSON.stringify([{ at: "tea", note: "x".repeat(9999) }]))[0].note.length, list.LONGEST_NOTE);
  assert.equal(list.parsed(JSON.stringify(items(...Array.from({ length: 99 }, (_, at) => `tea-${at}`)))).length, list.MOST);
});

test("things are added, taken off, moved and noted; the list before stays as it was", () => {
  const before = items("activities/a", "activities/b", "activities/c");
  const cases = [
    [list.withItem(before, "activities/d"), ["activities/a", "activities/b", "activities/c", "activities/d"]],
    [list.withItem(before, "b"), places(before)],
    [list.without(before, "b"), ["activities/a", "activities/c"]],
    [list.moved(before, "activities/b", -1), ["activities/b", "activities/a", "activities/c"]],
    [list.moved(before, "activities/b", 1), ["activities/a", "activities/c", "activities/b"]],
    [list.moved(before, "activities/a", -1), places(before)],
    [list.moved(before, "activities/c", 1), places(before)],
    [list.moved(before, "activities/x", 1), places(before)],
    [list.renamed(before, "activities/b", "resources/new"), ["activities/a", "resources/new", "activities/c"]],
    [list.renamed(before, "activities/b", "activities/a"), ["activities/a", "activities/c"]],
  ];
  for (const [found, wanted] of cases) assert.deepEqual(places(found), wanted);
  assert.equal(list.noted(before, "activities/b", "hello")[1].note, "hello");
  assert.deepEqual(before, items("activities/a", "activities/b", "activities/c"));
});

test("a link holds ids and never a note, and hostile links hold nothing", () => {
  const noted = [{ at: "activities/tea", note: "Mr Brown" }, { at: "resources/shed", note: "" }];
  assert.equal(list.fragment(noted), "#ids=activities/tea,resources/shed");
  const cases = [
    ["#ids=activities/tea,resources/shed", ["activities/tea", "resources/shed"]],
    ["#ids=activities%2Ftea%2Cresources%2Fshed", ["activities/tea", "resources/shed"]],
    ["#ids=tea,resources/shed", ["tea", "resources/shed"]],
    ["#ids=tea,shed", ["tea", "shed"]],
    ["#ids=tea%2Cshed", ["tea", "shed"]],
    ["#ids=tea,tea", ["tea"]],
    ["#ids=", []],
    ["#ids=<script>,../match,javascript:alert(1),venues/hall,//example.org,%3Cimg%3E", []],
    [`#ids=${Array.from({ length: 999 }, (_, at) => `t${at}`).join(",")}`, 60],
  ];
  for (const [text, wanted] of cases) {
    const found = list.fromFragment(text);
    if (typeof wanted === "number") assert.equal(found.length, wanted);
    else assert.deepEqual(places(found), wanted, text);
  }
  for (const text of ["", "#", "#list", "#kind=meal"]) assert.equal(list.fromFragment(text), null, text);
});

test("of an old link, which has no folders, the sitemap says where each is, and is asked for once", async () => {
  const map = "<url><loc>https://a.example/resources/shed/</loc></url><url><loc>https://a.example/activities/tea/</loc></url>";
  const cases = [
    [map, ["shed", "tea"], ["sitemap.xml", "resources/shed/", "activities/tea/"]],
    [map, ["resources/shed", "activities/tea"], ["resources/shed/", "activities/tea/"]],
    [map, ["hut"], ["sitemap.xml", "activities/hut/", "resources/hut/"]],
    [null, ["shed"], ["sitemap.xml", "activities/shed/", "resources/shed/"]],
  ];
  for (const [text, wanted, asked] of cases) {
    const seen = [];
    const fetch = async (address) => {
      seen.push(address.replace("https://a.example/", ""));
      const found = address.endsWith("sitemap.xml") ? text : null;
      return { ok: found !== null, status: found === null ? 404 : 200, text: async () => found };
    };
    const load = loader("https://a.example/", fetch, () => null);
    for (const at of wanted) assert.deepEqual(await load(at), { state: "gone" });
    assert.deepEqual(seen, asked);
  }
});

test("adding somebody's list keeps one's own order and notes, and takes none of theirs", () => {
  const own = [{ at: "activities/tea", note: "mine" }];
  const found = list.joined(own, [{ at: "shed", note: "theirs" }, { at: "tea", note: "theirs" }]);

  assert.deepEqual(found, [{ at: "activities/tea", note: "mine" }, { at: "shed", note: "" }]);
});

test("the list stays in the tab until somebody asks to keep it on the device, and leaves no trace when cleared", () => {
  const [tab, device] = [storage(), storage()];
  const store = listStore(() => tab, () => device, "/fingerpost/");
  store.write(items("activities/tea"));
  assert.deepEqual([tab.length, device.length, store.lasts()], [1, 0, false]);
  assert.equal(store.last(true), true);
  assert.deepEqual([tab.length, device.length, store.lasts()], [0, 1, true]);
  store.write(items("activities/tea", "resources/shed"));
  assert.equal(store.read().length, 2);
  assert.equal(listStore(() => tab, () => device, "/other/").read().length, 0);
  store.last(false);
  assert.deepEqual([tab.length, device.length, store.read().length], [1, 0, 2]);
  store.last(true);
  store.clear();
  assert.deepEqual([tab.length, device.length, store.read().length], [0, 0, 0]);
});

test("where a browser forbids storage, the list is empty and says that nothing was kept", () => {
  const forbidden = () => {
    throw new Error("forbidden");
  };
  const store = listStore(forbidden, forbidden, "/");

  assert.deepEqual([store.read(), store.write(items("tea")), store.last(true), store.lasts()], [[], false, false, false]);
  store.clear();
});

/** Storage as browsers have it. */
function storage() {
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, String(value)),
    removeItem: (key) => void kept.delete(key),
  };
}
