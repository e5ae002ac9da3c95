// The words of each text as the browser takes them apart: texts come in as JSON, lists of words go out.

import { readFile } from "node:fs/promises";

import { tokens } from "../../generator/assets/js/search/tokens.mjs";

process.stdout.write(JSON.stringify(JSON.parse(await readFile("/dev/stdin", "utf-8")).map(tokens)));
