'use strict';

const inOrder = (values) => values.toSorted((left, right) => left - right);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values) {
  const sorted = inOrder(values);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/** @returns {{median: number, minimum: number, maximum: number}} of at least one finite number */
function spread(values) {
  if (values.length === 0 || !values.every(Number.isFinite)) {
    throw new RangeError(`there is no spread of [${values}]`);
  }
  const sorted = inOrder(values);
  return { median: median(sorted), minimum: sorted[0], maximum: sorted.at(-1) };
}

module.exports = { mean, median, spread };
