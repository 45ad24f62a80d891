'use strict';
const { buildApp } = require('../dev/service');
const { ratios } = require('./goals');
const { load } = require('./load');
const { onlyIdPlan } = require('./onlyid');
const { ceilingOf } = require('./pair/ceiling');
const { emptyTables } = require('./pair/tables');
const { rounds } = require('./rounds');
const { createClient, environmentFor, startEmulator, startService } = require('./service');

const CONCURRENCY = 32;
const LEAST_SHARE = 80;
// The compiler of .NET is done with the service after so many pairs, that of Azurite's JavaScript too.
const USUAL = { pairs: 20_000, warmUp: 0.5, seconds: 3 };
const QUICK = { pairs: 50, warmUp: 0.2, seconds: 0.5 };

module.exports = {
  summary: 'codes sent and verified a second, next to the same storage requests without the service',
  run,
};

async function run({ session, report, runs, quick }) {
  await buildApp(session);
  await report.part('sent and verified', () => pairs({ session, report, runs, ...quick ? QUICK : USUAL }));
}

async function pairs({ session, report, runs, pairs: count, warmUp, seconds }) {
  const storage = await startEmulator(session);
  const environment = environmentFor(storage.port);
  const { alone, shared, requests } = await ceilingOf(session,
    { storagePort: storage.port, environmentOf: environmentFor, concurrency: CONCURRENCY, count });
  const app = await startService(session, environment);
  const plan = onlyIdPlan(app.url, await createClient(app.url, environment));
  const common = { concurrency: CONCURRENCY, warmUp, seconds, pids: [app.pid, storage.child.pid] };
  report.note(`OnlyID, ${CONCURRENCY} at a time, Azurite in memory; ${runs} x ${seconds} s each after ${count} pairs, ` +
    `each on empty tables; ${requests.toFixed(2)} storage requests a pair`);
  await load(session, { plan, concurrency: CONCURRENCY, warmUp: 0, count });
  const whole = { name: 'OtpFunctions', plan };
  const raw = { name: 'the storage requests of each pair', replay: alone };
  const made = { name: 'those that it made', replay: shared };
  const sides = [whole, raw, made];
  const measured = await rounds(runs, sides, async (side) => {
    await emptyTables(storage.port);
    return load(session, { ...side, ...common });
  });
  report.spreads(sides.flatMap((side) => rows(side.name, measured.get(side))));
  const perSecond = (side) => measured.get(side).map((found) => found.perSecond);
  for (const ceiling of [raw, made]) {
    report.goal({
      what: `pairs a second, of ${ceiling.name}`, bound: 'at least', limit: LEAST_SHARE, unit: ' %',
      values: ratios(perSecond(whole), perSecond(ceiling)).map((ratio) => ratio * 100),
    });
  }
}

function rows(name, found) {
  const row = (what, value) => ({ what: `${name}: ${what}`, values: found.map(value) });
  return [
    row('pairs a second', ({ perSecond }) => perSecond),
    ...[50, 95, 99].map((share) => row(`milliseconds, p${share}`, ({ latency }) => latency[`p${share}Ms`])),
    row('milliseconds, longest', ({ latency }) => latency.maxMs),
    row('CPU milliseconds a pair, service', ({ processes: [app], operations }) => app.cpuSeconds / operations * 1000),
    row('CPU milliseconds a pair, Azurite', ({ processes: [, of], operations }) => of.cpuSeconds / operations * 1000),
    row('CPU milliseconds a pair, generator', ({ generatorCpuSeconds: of, operations }) => of / operations * 1000),
    row('cores used by Azurite', ({ processes: [, of], wallSeconds }) => of.cpuSeconds / wallSeconds),
    row('cores used by the generator', ({ generatorShare }) => generatorShare),
    row('MB resident, service', ({ processes: [app] }) => app.peakRssBytes / 1e6),
  ];
}
