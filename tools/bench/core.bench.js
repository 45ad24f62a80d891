'use strict';
const { Problem } = require('../dev/messages');
const { dotnet, results } = require('./workers');

const MOST_MICROSECONDS = 15;
const MOST_BYTES = 6 * 1024;
const OPERATIONS = { Issue: 'a code issued', Verify: 'a right code judged', VerifyWrong: 'a wrong code judged' };
const ROWS = { Read: 'a row read from JSON', Write: 'a row written to JSON' };

module.exports = {
  summary: 'a code issued and judged in memory: time and bytes allocated, without HTTP and without storage',
  run,
  spreadsOf,
};

async function run(bench) {
  await bench.report.part('issue and verify', () => issueAndVerify(bench));
  await bench.report.part('rows', () => rows(bench));
}

async function issueAndVerify({ session, report, runs }) {
  report.note('rows in memory as objects; real keys, limits, budget, message, provider policy, journal; an operation each');
  const found = await measure(session, 'code-allocations', runs);
  report.spreads(spreadsOf(found, OPERATIONS));
  for (const [method, what] of Object.entries(OPERATIONS)) {
    const of = found.map((run) => pick(run, method));
    report.goal({ what, bound: 'less than', limit: MOST_MICROSECONDS, unit: ' us', values: of.map(microseconds) });
    report.goal({ what, bound: 'less than', limit: MOST_BYTES, unit: ' bytes', values: of.map(bytes) });
  }
}

/** No goal: what the table adds, which the store in memory does not do. */
async function rows({ session, report, runs }) {
  report.note('the recipient of above: four sends, a wrong code, one live code');
  report.spreads(spreadsOf(await measure(session, 'row-allocations', runs), ROWS));
}

/** @returns {Promise<object[][]>} for each run a line a method, each run in a process of its own */
async function measure(session, command, runs) {
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    found.push(await results(session, dotnet(command, '--folder', session.temporaryFolder())));
  }
  return found;
}

function spreadsOf(found, methods) {
  return Object.entries(methods).flatMap(([method, what]) => {
    const of = found.map((run) => pick(run, method));
    return [
      { what: `${what}: microseconds`, values: of.map(microseconds) },
      { what: `${what}: bytes allocated`, values: of.map(bytes) },
    ];
  });
}

function pick(lines, method) {
  const of = lines.filter((line) => line.method === method);
  if (of.length !== 1) {
    throw new Problem(`BenchmarkDotNet measured ${method} ${of.length} times instead of once`);
  }
  return of[0];
}

const microseconds = ({ seconds }) => seconds * 1e6;
const bytes = ({ allocatedBytes }) => allocatedBytes;
