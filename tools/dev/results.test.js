'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { NOTHING, add, countTap, countTrx, countTrxFolder, judged, sentence } = require('./results');

function trx(outcome, total, executed, passed) {
  return `<?xml version="1.0" encoding="utf-8"?>
<TestRun><ResultSummary outcome="${outcome}">
    <Counters total="${total}" executed="${executed}" passed="${passed}" failed="0" error="0" notExecuted="0" />
</ResultSummary></TestRun>`;
}

test('passed, failed and skipped are read from an assembly', () => {
  assert.deepEqual(countTrx(trx('Failed', 10, 8, 7)), { passed: 7, failed: 1, skipped: 2 });
});

test('an assembly that was aborted without a failed test counts as one failure', () => {
  assert.deepEqual(countTrx(trx('Failed', 5, 5, 5)), { passed: 5, failed: 1, skipped: 0 });
  assert.deepEqual(countTrx(trx('Failed', 0, 0, 0)), { passed: 0, failed: 1, skipped: 0 });
});

test('an assembly without tests counts for nothing', () => {
  assert.deepEqual(countTrx(trx('Completed', 0, 0, 0)), NOTHING);
});

test('a file that breaks off counts as one failure', () => {
  assert.deepEqual(countTrx('<TestRun>'), { ...NOTHING, failed: 1 });
});

test('the assemblies of a folder are summed', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'results-'));
  for (const [assembly, text] of [['A', trx('Completed', 3, 3, 3)], ['B', trx('Completed', 5, 4, 4)]]) {
    fs.mkdirSync(path.join(folder, assembly));
    fs.writeFileSync(path.join(folder, assembly, 'same-name.trx'), text);
  }

  assert.deepEqual(countTrxFolder(folder), { passed: 7, failed: 0, skipped: 1 });
  fs.rmSync(folder, { recursive: true });
});

test('a folder that no run wrote to holds nothing', () => {
  assert.deepEqual(countTrxFolder(path.join(os.tmpdir(), 'no-such-results')), NOTHING);
});

test('the foot of a TAP report is read', () => {
  const foot = ['# tests 9', '# pass 4', '# fail 2', '# cancelled 1', '# skipped 1', '# todo 1'];
  const report = ['ok 1 - # pass 99 in a name', '1..9', ...foot, ''].join('\n');

  assert.deepEqual(countTap(report), { passed: 4, failed: 3, skipped: 2 });
});

test('a TAP report without its foot counts as one failure', () => {
  assert.deepEqual(countTap('TAP version 13\nok 1 - first\n'), { ...NOTHING, failed: 1 });
});

test('a runner that fails though no test did is a failure', () => {
  const { counts, reason } = judged({ passed: 5, failed: 0, skipped: 0 }, 1);

  assert.equal(counts.failed, 1);
  assert.match(reason, /aborted/);
});

test('a run of nothing is a failure, a run of skipped tests too', () => {
  for (const skipped of [0, 3]) {
    const { counts, reason } = judged({ passed: 0, failed: 0, skipped }, 0);
    assert.equal(counts.failed, 1);
    assert.match(reason, /no test ran/);
  }
});

test('failed tests speak for themselves', () => {
  const counts = { passed: 1, failed: 2, skipped: 0 };

  assert.deepEqual(judged(counts, 1), { counts });
});

test('the sentence names the skipped only if there are any', () => {
  const sum = add({ passed: 2, failed: 1, skipped: 0 }, { passed: 3, failed: 0, skipped: 0 });

  assert.equal(sentence(sum), '5 passed, 1 failed');
  assert.equal(sentence({ passed: 2, failed: 0, skipped: 4 }), '2 passed, 0 failed, 4 skipped');
});
