'use strict';
const assert = require('node:assert/strict');
const { test } = require('node:test');
const { rounds } = require('./rounds');

test('every side has its turn in every run, and another one begins each', async () => {
  const turns = [];
  const results = await rounds(3, ['a', 'b', 'c'], async (side, run) => turns.push(`${side}${run}`));

  assert.deepEqual(turns, ['a0', 'b0', 'c0', 'b1', 'c1', 'a1', 'c2', 'a2', 'b2']);
  assert.deepEqual([...results.keys()], ['a', 'b', 'c']);
  assert.deepEqual(results.get('a'), [1, 6, 8]);
});

test('one is measured when the one before has finished', async () => {
  let busy = 0;
  await rounds(2, ['a', 'b'], async () => {
    busy += 1;
    await Promise.resolve();
    assert.equal(busy, 1);
    busy -= 1;
  });
});
