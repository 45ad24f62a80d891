'use strict';
const { buildApp, listening, startServer } = require('../dev/service');
const { ratios } = require('./goals');
const { load } = require('./load');
const { rounds } = require('./rounds');
const { environmentFor, startEmulator, startService } = require('./service');
const { dotnet } = require('./workers');

const CONCURRENCY = 32;
const LEAST_SHARE = 70;
const USUAL = { warmUp: 4, seconds: 4 };
const QUICK = { warmUp: 0.5, seconds: 0.5 };

module.exports = {
  summary: 'requests a second that ask nobody else, next to Kestrel alone',
  run,
};

async function run({ session, report, runs, quick }) {
  await buildApp(session);
  await report.part('GET /api/health', () => health({ session, report, runs, ...quick ? QUICK : USUAL }));
}

async function health({ session, report, runs, warmUp, seconds }) {
  const storage = await startEmulator(session);
  const app = await startService(session, environmentFor(storage.port));
  const empty = await listening(startServer(session, 'Kestrel', dotnet('empty-server')));
  const sides = [
    { name: 'OtpFunctions', url: `${app.url}/api/health`, pids: [app.pid] },
    { name: 'Kestrel alone', url: `http://127.0.0.1:${empty.port}/api/health`, pids: [empty.child.pid] },
  ];
  report.note(`${CONCURRENCY} at a time; ${runs} x ${seconds} s each after ${warmUp} s`);
  const measured = await rounds(runs, sides,
    ({ url, pids }) => load(session, { url, pids, concurrency: CONCURRENCY, warmUp, seconds }));
  report.spreads(sides.flatMap((side) => rows(side.name, measured.get(side))));
  for (const [what, value] of [['requests a second', perSecond], ['requests a CPU second', perCpuSecond]]) {
    const values = ratios(...sides.map((side) => measured.get(side).map(value))).map((ratio) => ratio * 100);
    report.goal({ what: `${what}, of those of Kestrel alone`, bound: 'at least', limit: LEAST_SHARE, unit: ' %', values });
  }
}

const perSecond = (found) => found.perSecond;
const perCpuSecond = ({ operations, processes: [server] }) => operations / server.cpuSeconds;

function rows(name, found) {
  const row = (what, value) => ({ what: `${name}: ${what}`, values: found.map(value) });
  return [
    row('requests a second', perSecond),
    row('requests a CPU second of the server', perCpuSecond),
    row('milliseconds, p50', ({ latency }) => latency.p50Ms),
    row('milliseconds, p99', ({ latency }) => latency.p99Ms),
    row('cores used by the server', ({ processes: [server], wallSeconds }) => server.cpuSeconds / wallSeconds),
    row('cores used by the generator', ({ generatorShare }) => generatorShare),
  ];
}
