'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { goalTable, judge, ratios } = require('./goals');

const judged = (bound, ...values) => judge({ what: 'speed', bound, limit: 4, unit: ' x', values });

for (const [bound, value, isMet] of [
  ['at least', 4, true], ['at least', 3.999, false],
  ['at most', 4, true], ['at most', 4.001, false],
  ['less than', 3.999, true], ['less than', 4, false],
]) {
  test(`${value} is ${isMet ? '' : 'not '}${bound} 4`, () => assert.equal(judged(bound, value).isMet, isMet));
}

test('the median is judged, not the best run', () => {
  assert.equal(judged('at least', 9, 3, 3.5).isMet, false);
  assert.equal(judged('at least', 1, 4, 5).isMet, true);
});

test('what is seen is the median with its range, and of one run the one value', () => {
  assert.equal(judged('at least', 5, 4.25, 6).seen, '5 x (4.25 to 6)');
  assert.equal(judged('at least', 5).seen, '5 x');
});

test('an unknown bound is no goal', () => assert.throws(() => judged('about', 4)));

test('nothing measured is no verdict', () => assert.throws(() => judged('at most'), RangeError));

test('a ratio is of the figures of the same run', () => assert.deepEqual(ratios([10, 30], [5, 10]), [2, 3]));

test('the table says of each goal what was asked, what was seen, and whether it is met', () => {
  const [heads, , met, missed] = goalTable([judged('at least', 5), judged('at least', 3)]).split('\n');

  assert.match(heads, /goal +seen/);
  assert.match(met, /^speed +at least 4 x +5 x +met$/);
  assert.match(missed, /^speed +at least 4 x +3 x +MISSED$/);
});
