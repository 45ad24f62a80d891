'use strict';
const { spread } = require('./statistics');
const { figure, table } = require('./table');

const BOUNDS = {
  'at least': (seen, limit) => seen >= limit,
  'at most': (seen, limit) => seen <= limit,
  'less than': (seen, limit) => seen < limit,
};

/**
 * Judges one goal by the median of `values`, one a run. A comparison is a ratio of two figures of the same run: what
 * slows a machine down slows both. `bound` is 'at least', 'at most' or 'less than'.
 */
function judge({ what, bound, limit, unit, values }) {
  const { median, minimum, maximum } = spread(values);
  const isMet = BOUNDS[bound](median, limit);
  const range = values.length > 1 ? ` (${figure(minimum)} to ${figure(maximum)})` : '';
  return { what, goal: `${bound} ${figure(limit)}${unit}`, seen: `${figure(median)}${unit}${range}`, isMet };
}

const goalTable = (verdicts) => table(['', 'goal', 'seen', ''],
  verdicts.map(({ what, goal, seen, isMet }) => [what, goal, seen, isMet ? 'met' : 'MISSED']));

/** The ratio of two measurements, run by run. */
const ratios = (ours, theirs) => ours.map((value, run) => value / theirs[run]);

module.exports = { goalTable, judge, ratios };
