// The sessions that ical.js finds in a feed: node ical_js.mjs FEED FIRST LAST
// FIRST and LAST are days; a session counts when it starts on a day between them, by its own clock. Prints JSON.
// Instants are printed in UTC (the caller sets TZ=UTC), whole days and floating times as they stand.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const MOVED_AT_MOST_DAYS = 100; // a session may be moved into the window from a day outside it

const [file, first, last] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const components = calendar.getAllSubcomponents("vevent");
const isOverride = (component) => component.hasProperty("recurrence-id");
const series = new Map();
for (const component of components.filter((one) => !isOverride(one))) {
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
  if (series.has(event.uid)) throw new Error(`two series with the UID ${event.uid}`);
  series.set(event.uid, event);
}
for (const component of components.filter(isOverride)) {
  const uid = component.getFirstPropertyValue("uid");
  if (!series.has(uid)) throw new Error(`an override without its series: ${uid}`);
  series.get(uid).relateException(component);
}

const text = (time) =>
  time.isDate || time.zone === ICAL.Timezone.localTimezone ? time.toString() : time.toJSDate().toISOString();

const stop = ICAL.Time.fromDateString(last);
stop.adjust(MOVED_AT_MOST_DAYS, 0, 0, 0);

const found = [];
const keep = (event, start, end, recurrence) => {
  const day = start.toString().slice(0, 10);
  if (day < first || day > last) return;
  found.push({
    uid: event.uid,
    recurrence: recurrence && text(recurrence),
    start: text(start),
    end: text(end),
    summary: event.summary,
    status: event.component.getFirstPropertyValue("status"),
  });
};

for (const event of series.values()) {
  if (!event.isRecurring()) {
    keep(event, event.startDate, event.endDate, null);
    continue;
  }
  const days = event.iterator();
  for (let next = days.next(); next && next.compare(stop) <= 0; next = days.next()) {
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(next);
    keep(item, startDate, endDate, recurrenceId);
  }
}
console.log(JSON.stringify(found));
