// Searches a built site as a browser would: the folder of the site is the argument, queries come in as JSON, one answer
// for each goes out: what is found by address, the correction, the files that were asked for and their bytes over the wire.

import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

import { openLibrary } from "../../generator/assets/js/search/library.mjs";
import { searchIn } from "../../generator/assets/js/search/search.mjs";

const site = process.argv[2];
const queries = JSON.parse(await readFile("/dev/stdin", "utf-8"));
const answers = [];
for (const query of queries) {
  const files = {};
  const library = await openLibrary(async (path) => {
    const text = await readFile(`${site}/data/search/${path}`);
    files[path] = gzipSync(text).length;
    return JSON.parse(text);
  });
  const { found, corrected, prose } = await searchIn(library, query);
  const cards = await Promise.all(found.slice(0, 6).map((one) => library.card(one.record)));
  answers.push({
    urls: cards.map((card) => card.url),
    whys: found.map((one) => one.why),
    records: found.map((one) => one.record),
    count: found.length,
    corrected,
    pages: prose.map((page) => page.url),
    files,
  });
}
process.stdout.write(JSON.stringify(answers));
