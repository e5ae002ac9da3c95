/** Days as numbers, so that nothing here needs the browser's own dates: "2026-12-01" in, days since 1970 out. */

/** @param {string} day @returns {number} */
export function dayNumber(day) {
  const [year, month, date] = day.split("-").map(Number);
  const shifted = month > 2 ? year : year - 1; // years that begin in March, so that leap days come last
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** The same with a memory: ten thousand records were checked on the same few hundred days. */
export function dayNumbers() {
  const known = new Map();
  return (day) => {
    let number = known.get(day);
    if (number === undefined) known.set(day, (number = dayNumber(day)));
    return number;
  };
}

/** The weekday of a day by its number, Monday being 0. @param {number} day */
export const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;
