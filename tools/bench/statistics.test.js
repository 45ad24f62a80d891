'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { mean, median, spread } = require('./statistics');

test('the median of an odd number of values is the middle one, whatever their order', () => {
  assert.equal(median([10, 2, 9]), 9);
});

test('the median of an even number of values lies between the two in the middle', () => {
  assert.equal(median([4, 1, 100, 2]), 3);
});

test('the mean is of all values', () => assert.equal(mean([1, 2, 6]), 3));

test('a spread is median, minimum and maximum, in the order of numbers and not of letters', () => {
  const values = [100, 20, 3];

  assert.deepEqual(spread(values), { median: 20, minimum: 3, maximum: 100 });
  assert.deepEqual(values, [100, 20, 3]);
});

for (const values of [[], [1, NaN], [1, undefined], [Infinity]]) {
  test(`[${values}] has no spread`, () => assert.throws(() => spread(values), RangeError));
}
