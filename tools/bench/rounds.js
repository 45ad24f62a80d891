'use strict';

/**
 * Measures every side once a run, one after the other, and begins each run with another side: a machine that gets
 * slower or faster meanwhile favours none.
 * @returns {Promise<Map<object, object[]>>} for each side its results, a run each
 */
async function rounds(runs, sides, measure) {
  const results = new Map(sides.map((side) => [side, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const at of sides.keys()) {
      const side = sides[(at + run) % sides.length];
      results.get(side).push(await measure(side, run));
    }
  }
  return results;
}

module.exports = { rounds };
