// Counts presses of one key in a row: Shift three times leaves the page.

/**
 * The presses so far, after one more key: none after any other key, one after a pause.
 * @param {{count: number, at: number}} before
 * @param {{key: string, at: number}} press  `at` in milliseconds
 * @param {{key: string, within: number}} wanted
 */
export function presses(before, press, wanted) {
  if (press.key !== wanted.key) return { count: 0, at: press.at };
  const inTime = press.at - before.at <= wanted.within;
  return { count: inTime ? before.count + 1 : 1, at: press.at };
}
