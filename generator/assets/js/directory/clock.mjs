// A moment by the clocks of the site's own zone, wherever the reader is.

const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * Day, weekday (0 is Monday) and minute of the day in a zone.
 * @param {Date} moment
 * @param {string} zone  as in "Europe/London"
 */
export function nowIn(moment, zone) {
  const parts = { weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  const format = new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: zone });
  const said = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    day: `${said.year}-${said.month}-${said.day}`,
    weekday: WEEK.indexOf(said.weekday),
    minute: Number(said.hour) * 60 + Number(said.minute),
  };
}
