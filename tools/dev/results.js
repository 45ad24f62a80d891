'use strict';
const fs = require('node:fs');
const path = require('node:path');

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

function add(...counts) {
  return counts.reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
    skipped: sum.skipped + count.skipped,
  }), NOTHING);
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The numbers of one test assembly. The runner leaves `notExecuted` at 0 for skipped tests, so the skipped are those
 * not executed. A run that was aborted says "Failed" without a failed test: that counts as one failure.
 */
function countTrx(text) {
  const counter = (name) => Number(new RegExp(`<Counters[^>]*\\s${name}="(\\d+)"`).exec(text)?.[1] ?? 0);
  const [total, executed, passed] = [counter('total'), counter('executed'), counter('passed')];
  const isComplete = /<ResultSummary[^>]*\soutcome="Completed"/.test(text);
  const failed = executed - passed;
  return { passed, failed: failed === 0 && !isComplete ? 1 : failed, skipped: total - executed };
}

function countTrxFolder(folder) {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
  const results = files.filter((file) => file.endsWith('.trx'));
  return add(...results.map((file) => countTrx(fs.readFileSync(path.join(folder, file), 'utf8'))));
}

/** The numbers at the foot of a TAP report of node's test runner; a report without them is a run that broke off. */
function countTap(text) {
  const counter = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const failed = counter('fail') + counter('cancelled');
  const isComplete = /^# tests \d+$/m.test(text);
  const skipped = counter('skipped') + counter('todo');
  return { passed: counter('pass'), failed: isComplete ? failed : failed + 1, skipped };
}

/**
 * Counts what is no test as one failure: a runner that ended with an error though no test failed, and a run of nothing.
 * So the last line never reads like a success that the exit code denies.
 */
function judged(counts, exitCode) {
  if (counts.failed > 0) {
    return { counts };
  }
  if (exitCode !== 0) {
    return { counts: { ...counts, failed: 1 }, reason: 'the test run was aborted: no test failed, but the runner did' };
  }
  if (counts.passed === 0) {
    return { counts: { ...counts, failed: 1 }, reason: 'no test ran' };
  }
  return { counts };
}

module.exports = { NOTHING, add, countTap, countTrx, countTrxFolder, judged, sentence };
