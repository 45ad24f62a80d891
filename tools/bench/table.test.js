'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { figure, spreads, table } = require('./table');

test('words stand to the left, numbers to the right, under heads as wide as the widest', () => {
  assert.equal(table(['name', 'n'], [['a', '1'], ['longer', '1 000']]), [
    'name        n',
    '------  -----',
    'a           1',
    'longer  1 000',
  ].join('\n'));
});

test('a column with one word in it is one of words', () => {
  assert.equal(table(['', ''], [['1', 'a'], ['22 to 33', 'b']]).split('\n')[2], '1         a');
});

test('a table without rows has its heads', () => assert.equal(table(['a', 'b'], []), 'a  b\n-  -'));

test('a row of spreads has the median, the minimum and the maximum', () => {
  const [heads, , row] = spreads([{ what: 'time', values: [3, 1, 2] }]).split('\n');

  assert.match(heads, /^ +median +minimum +maximum$/);
  assert.match(row, /^time +2 +1 +3$/);
});

for (const [value, text] of [
  [0, '0'], [7, '7'], [1234567, '1 234 567'], [-1234, '-1 234'],
  [0.085912, '0.0859'], [1.236, '1.24'], [42.71, '42.7'], [974.4, '974'], [12345.6, '12 346'],
]) {
  test(`${value} is printed as ${text}`, () => assert.equal(figure(value), text));
}
