// Reads activities.json and a month as the calendar's pages do (assets/js/calendar), and writes the sessions as JSON.

import { readFileSync } from "node:fs";

import { activities, sessions } from "../../generator/assets/js/calendar/sessions.mjs";

const [known, month] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf-8")));
const who = activities(known);
const told = sessions(month).map((one) => ({ ...one, id: who.ids[one.activity], record: who.numbers[one.activity] }));
process.stdout.write(JSON.stringify(told));
