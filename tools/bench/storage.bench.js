'use strict';
const { spread } = require('./statistics');
const { rounds } = require('./rounds');
const { StorageProxy, depth, named } = require('./proxy');
const { environmentFor, startEmulator, startService } = require('./service');
const { Callers } = require('./storage/callers');
const { CALLS, SELDOM } = require('./storage/calls');
const { buildApp } = require('../dev/service');

// Long next to everything else that happens in a call: calls that do not wait for each other overlap.
const [DELAY_MS, QUICK_DELAY_MS] = [50, 20];
// Far longer than a call takes: one that waits for a share of a budget is not answered before it.
const BUDGET_DELAY_MS = 500;
const [MOST_PAIR, MOST_PAIR_DEPTH, MOST_CALLS] = [3, 2, 4];

module.exports = {
  summary: 'requests to the storage: how many a call makes, and how many of them one after the other',
  run,
};

async function run({ session, report, runs, quick }) {
  await buildApp(session);
  const storage = await startEmulator(session);
  const proxy = await StorageProxy.start({ port: storage.port, delay: quick ? QUICK_DELAY_MS : DELAY_MS });
  const bench = { session, report, runs, quick, proxy, environment: environmentFor(proxy.port) };
  try {
    await report.part('a running service', () => running(bench));
    await report.part('the first call of an instance', () => fresh(bench));
  } finally {
    proxy.close();
  }
}

const listed = (calls) => Object.entries(calls).map(([name, call]) => ({ name, ...call }));

/** Every table is there, and the instance has served each call before. */
async function running({ report, runs, proxy, ...bench }) {
  const by = await callers({ ...bench, proxy });
  const [calls, seldom] = [listed(CALLS), listed(SELDOM)];
  for (const call of [...calls, ...seldom]) {
    await call.run(by, await call.prepare(by));
  }
  proxy.budgetDelay = BUDGET_DELAY_MS;
  const measured = await rounds(runs, calls, (call) => count(proxy, by, call));
  proxy.budgetDelay = undefined;
  show(report, proxy, measured);
  judge(report, measured);
  show(report, proxy, await rounds(runs, seldom, (call) => count(proxy, by, call)));
}

/** An instance that has just been started, on storage that others of its service have used today. */
async function fresh({ report, runs, proxy, quick, ...bench }) {
  const calls = listed(CALLS).filter(({ remembers }) => remembers).slice(0, quick ? 1 : undefined);
  const other = await callers({ ...bench, proxy });
  const measured = await rounds(runs, calls, async (call) => {
    const prepared = await call.prepare(other);
    const by = await callers({ ...bench, proxy }, other.known);
    const counted = await count(proxy, by, { ...call, prepare: () => prepared });
    await by.stop();
    return counted;
  });
  await other.stop();
  show(report, proxy, measured);
}

async function callers({ session, environment }, known) {
  const app = await startService(session, environment);
  const by = new Callers(app.url, environment, known ?? await Callers.prepare(app.url, environment));
  by.stop = async () => { app.child.kill(); await app.ended; };
  return by;
}

async function count(proxy, by, { prepare, run: call }) {
  const prepared = await prepare(by);
  const { calls, milliseconds } = await proxy.record(() => call(by, prepared));
  return { calls: calls.length, depth: depth(calls), milliseconds, what: calls.map(named).join(', ') };
}

function show(report, { delay }, measured) {
  report.note(`${delay} ms a request to the storage; records and the purge are not a call's`);
  report.table(['', 'requests', 'in sequence', 'milliseconds', 'what'], [...measured].map(([{ name }, found]) => [
    name,
    ...['calls', 'depth'].map((of) => String(spread(found.map((one) => one[of])).maximum)),
    spread(found.map((one) => one.milliseconds)).median.toFixed(0),
    found.at(-1).what,
  ]));
}

/** Every run counts, not the median of them: one request more is one too many. */
function judge(report, measured) {
  const most = (isOf, of) => Math.max(...[...measured].filter(([call]) => isOf(call))
    .flatMap(([, found]) => found.map((one) => one[of])));
  const goal = (what, limit, value) =>
    report.goal({ what, bound: 'at most', limit, unit: '', values: [value] });
  goal('send and verify: requests', MOST_PAIR, most(({ isPair }) => isPair, 'calls'));
  goal('send and verify: in sequence', MOST_PAIR_DEPTH, most(({ isPair }) => isPair, 'depth'));
  goal('any call: requests', MOST_CALLS, most(() => true, 'calls'));
}
