// Writes a file of copies (assets/js/ics.mjs) from the sessions, as JSON, on standard input.

import { readFileSync } from "node:fs";

import { copyFile } from "../../generator/assets/js/ics.mjs";

process.stdout.write(copyFile(JSON.parse(readFileSync(0, "utf-8")), new Date("2026-11-22T09:00:00Z")));
