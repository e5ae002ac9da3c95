// Catalogues for tests: records as plain objects in, the file that the build would write for them out. Written on its
// own, so that a fault in the code under test does not hide itself.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
export const CODES = [
  ..."section kind category topic slot area cost next_step joining referral gender requires designed_for welcomes".split(" "),
  ..."unit goal support layer format size effort language spoken buddy fetches places can_join phone".split(" "),
];
const NUMBERS = ["min_age", "max_age", "checked", "next_day", "next_minute"];
const SHARED = ["point", "answered"];

const digits = (numbers) => {
  const width = Math.max(0, ...numbers.map((one) => (one === 0 ? 0 : Math.floor(Math.log(one) / Math.log(64)) + 1)));
  return [...Array(width).keys()].map((at) =>
    numbers.map((one) => DIGITS[Math.floor(one / 64 ** (width - 1 - at)) % 64]).join(""),
  );
};

function codesColumn(said) {
  const values = [...new Set(said.flat())].sort();
  const keys = [...new Set(said.map((one) => one.join()))];
  return {
    values,
    labels: values.map((value) => `The ${value}`),
    sets: keys.map((key) => (key === "" ? [] : key.split(",").map((value) => values.indexOf(value)))),
    of: digits(said.map((one) => keys.indexOf(one.join()))),
  };
}

function shared(said) {
  const keys = [...new Set(said.filter((one) => one != null).map((one) => JSON.stringify(one)))];
  return { items: keys.map((key) => JSON.parse(key)), of: digits(said.map((one) => (one == null ? 0 : keys.indexOf(JSON.stringify(one)) + 1))) };
}

function numbersColumn(said) {
  const known = said.filter((one) => one != null);
  const from = Math.min(...known, 0) === 0 && known.length === 0 ? 0 : Math.min(...known);
  return { from, of: digits(said.map((one) => (one == null ? 0 : one - from + 1))) };
}

/** The file for records such as {kind: ["group"], access: {step_free: "yes"}, min_age: 18, point: [51, 0]}. */
export function fileOf(records, more = {}) {
  const columns = Object.fromEntries([
    ...CODES.map((name) => [name, codesColumn(records.map((one) => one[name] ?? []))]),
    ...NUMBERS.map((name) => [name, numbersColumn(records.map((one) => one[name]))]),
    ...SHARED.map((name) => [name, shared(records.map((one) => one[name]))]),
  ]);
  const families = new Set(columns.topic.values.map((topic) => topic.split(".")[0]));
  columns.topic.families = Object.fromEntries([...families].map((family) => [family, `All ${family}`]));
  const features = new Set(records.flatMap((one) => Object.keys(one.access ?? {})));
  const access = Object.fromEntries(
    [...features].map((feature) => {
      const said = records.map((one) => (one.access?.[feature] ? [one.access[feature]] : []));
      return [feature, { label: feature, there: feature !== "captions", ...codesColumn(said) }];
    }),
  );
  const head = { format: 1, order: "abc", made: "2026-12-01", zone: "Europe/London", miles: true, block: 20 };
  return { ...head, months: { old: 6, doubtful: 12 }, count: records.length, columns, access, ...more };
}
