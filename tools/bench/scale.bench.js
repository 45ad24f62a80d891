'use strict';
const { buildApp } = require('../dev/service');
const { ratios } = require('./goals');
const { load } = require('./load');
const { onlyIdPlan } = require('./onlyid');
const { StorageProxy } = require('./proxy');
const { rounds } = require('./rounds');
const { createClient, environmentFor, startEmulator, startService } = require('./service');

// Few at a time, so that what limits is the storage's delay and not a processor that all of them share.
const CONCURRENCY = 2;
const DELAY_MS = 5;
const CALLS_A_PAIR = 2;
const LEAST = { 2: 1.8, 3: 2.6 };
const USUAL = { warmUpPairs: 1000, warmUp: 1, seconds: 4 };
const QUICK = { warmUpPairs: 20, warmUp: 0.2, seconds: 0.5 };

module.exports = {
  summary: 'calls a second of two and of three instances next to one, on a storage that takes its time',
  run,
};

async function run({ session, report, runs, quick }) {
  await buildApp(session);
  await report.part('instances', () => instances({ session, report, runs, ...quick ? QUICK : USUAL }));
}

async function instances({ session, report, runs, warmUpPairs, warmUp, seconds }) {
  const storage = await startEmulator(session);
  const proxy = await StorageProxy.start({ port: storage.port, delay: DELAY_MS });
  try {
    const apps = await startAll(session, environmentFor(proxy.port), warmUpPairs);
    report.note(`OnlyID, ${CONCURRENCY} at a time and instance, ${DELAY_MS} ms a request to the storage; ` +
      `${runs} x ${seconds} s each`);
    const sides = [1, 2, 3].map((count) => apps.slice(0, count));
    const measured = await rounds(runs, sides, (side) => together(session, side, { warmUp, seconds, storage }));
    show(report, sides, measured);
  } finally {
    proxy.close();
  }
}

/** One after the other: three that are compiled at a time take longer. */
async function startAll(session, environment, warmUpPairs) {
  const apps = [];
  for (let number = 0; number < 3; number += 1) {
    const app = await startService(session, environment);
    const client = apps[0]?.client ?? await createClient(app.url, environment);
    apps.push({ ...app, client, plan: onlyIdPlan(app.url, client) });
    await load(session, { plan: apps.at(-1).plan, concurrency: 32, warmUp: 0, count: warmUpPairs });
  }
  return apps;
}

/** One generator for all, so that there is as much of it whatever the number of instances. */
async function together(session, apps, { warmUp, seconds, storage }) {
  const found = await load(session, {
    plans: apps.map(({ plan }) => plan), concurrency: CONCURRENCY * apps.length, warmUp, seconds,
    pids: [storage.child.pid, ...apps.map(({ pid }) => pid)],
  });
  const [azurite, ...instances] = found.processes.map(({ cpuSeconds }) => cpuSeconds / found.wallSeconds);
  return {
    calls: found.perSecond * CALLS_A_PAIR,
    p50: found.latency.p50Ms,
    cores: instances.reduce((sum, cores) => sum + cores),
    azurite,
    generator: found.generatorShare,
  };
}

function show(report, sides, measured) {
  const row = (side, what, of) => (
    { what: `${side.length}: ${what}`, values: measured.get(side).map((found) => found[of]) });
  report.spreads(sides.flatMap((side) => [
    row(side, 'calls a second', 'calls'),
    row(side, 'milliseconds a pair, p50', 'p50'),
    row(side, 'cores used by the instances', 'cores'),
    row(side, 'cores used by Azurite', 'azurite'),
    row(side, 'cores used by the generator', 'generator'),
  ]));
  const calls = (side) => measured.get(side).map((found) => found.calls);
  for (const side of sides.slice(1)) {
    report.goal({
      what: `calls a second, ${side.length} instances to one`, bound: 'at least', limit: LEAST[side.length], unit: ' x',
      values: ratios(calls(side), calls(sides[0])),
    });
  }
}
