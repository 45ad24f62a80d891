'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { loop, warmUp } = require('./loop');

test('an operation is done at least once, and what it made is counted', () => {
  const sizes = [3];
  const { operations, meanBytes, mostBytes, wallSeconds, cpuSeconds } = loop(0, () => sizes.pop());

  assert.deepEqual([operations, meanBytes, mostBytes], [1, 3, 3]);
  assert.ok(wallSeconds >= 0 && cpuSeconds >= 0);
});

test('the mean and the most are of all operations', () => {
  let made = 0;
  const { operations, meanBytes, mostBytes } = loop(0.005, () => (made += 1));

  assert.deepEqual([mostBytes, meanBytes], [operations, (operations + 1) / 2]);
});

test('a warm-up lasts until that much processor time is spent', () => {
  const before = process.cpuUsage();
  let operations = 0;
  warmUp(0.02, () => { operations += 1; });
  const { user, system } = process.cpuUsage(before);

  assert.ok(operations > 0 && user + system >= 20_000);
});
