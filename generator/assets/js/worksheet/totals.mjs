// The sum of a set of questions, which counts only when the set is answered whole.

/**
 * @param {number} questions How many questions the set has.
 * @param {number[]} points What the answers given so far are worth.
 * @returns {number | null} The sum, or null while an answer is missing.
 */
export function total(questions, points) {
  if (questions === 0 || points.length < questions) return null;
  return points.reduce((sum, one) => sum + one, 0);
}
