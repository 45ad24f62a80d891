'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { Problem } = require('../dev/messages');
const { spreadsOf } = require('./core.bench');

const line = (method, seconds, allocatedBytes) => ({ method, seconds, allocatedBytes });

test('each method has a row of its time and one of its bytes, a value a run', () => {
  const runs = [[line('Other', 1, 1), line('Issue', 5e-6, 100)], [line('Issue', 7e-6, 120), line('Other', 1, 1)]];
  assert.deepEqual(spreadsOf(runs, { Issue: 'a code' }), [
    { what: 'a code: microseconds', values: [5, 7] },
    { what: 'a code: bytes allocated', values: [100, 120] },
  ]);
});

test('a method that a run lacks, or has twice, is no measurement', () => {
  for (const lines of [[], [line('Issue', 1, 1), line('Issue', 2, 2)]]) {
    assert.throws(() => spreadsOf([lines], { Issue: 'a code' }), Problem);
  }
});
