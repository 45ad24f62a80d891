'use strict';
const { buildApp } = require('../dev/service');
const { ratios } = require('./goals');
const { load } = require('./load');
const { onlyIdPlan } = require('./onlyid');
const { dependencies } = require('./package.json');
const { emptyTables } = require('./pair/tables');
const { NODE, checkPeer, peerPlan, startPeer } = require('./peer/peer');
const { rounds } = require('./rounds');
const { createClient, environmentFor, startEmulator, startService } = require('./service');

const CONCURRENCY = 32;
const LEAST_TIMES = 2;
// Compilers are done with both sides after so many pairs.
const USUAL = { pairs: 6000, warmUp: 0.5, seconds: 5 };
const QUICK = { pairs: 50, warmUp: 0.2, seconds: 0.5 };
const PEER = `better-auth ${dependencies['better-auth']}`;

module.exports = {
  summary: `codes sent and verified over HTTP, next to ${PEER}: pairs a second, latency, memory`,
  run,
  judge,
};

async function run({ session, report, runs, quick }) {
  await buildApp(session);
  await report.part('sent and verified', async () => {
    const { pairs, warmUp, seconds } = quick ? QUICK : USUAL;
    const sides = [await startOurs(session), await startTheirs(session)];
    report.note(`${CONCURRENCY} at a time; ${runs} x ${seconds} s each after ${pairs} pairs; our Azurite and its SQLite in memory`);
    const measure = async ({ plan, pids, prepare }, long) => {
      await prepare();
      return load(session, { plan, pids, concurrency: CONCURRENCY, ...long });
    };
    await rounds(1, sides, (side) => measure(side, { warmUp: 0, count: pairs }));
    const measured = await rounds(runs, sides, (side) => measure(side, { warmUp, seconds }));
    judge(report, ...sides.map((side) => measured.get(side)));
  });
}

async function startOurs(session) {
  // The Node that the peer has: neither side's JavaScript is run by an older one.
  const storage = await startEmulator(session, NODE);
  const environment = environmentFor(storage.port);
  const app = await startService(session, environment);
  const plan = onlyIdPlan(app.url, await createClient(app.url, environment));
  // Azurite slows down with its tables, which in a run of seconds get as long as in days.
  return { plan, pids: [app.pid, storage.child.pid], prepare: () => emptyTables(storage.port) };
}

async function startTheirs(session) {
  const peer = await startPeer(session);
  await checkPeer(peer.url);
  return { plan: peerPlan(peer.url), pids: [peer.pid], prepare: async () => {} };
}

function judge(report, ours, theirs) {
  report.spreads([...rows('OtpFunctions', ours), ...usesOf('Azurite', ours, 1), ...rows(PEER, theirs)]);
  const goal = (what, bound, limit, pick) => report.goal({
    what: `${what}, to ${PEER}`, bound, limit, unit: ' x', values: ratios(ours.map(pick), theirs.map(pick)),
  });
  goal('pairs a second', 'at least', LEAST_TIMES, ({ perSecond }) => perSecond);
  goal('the 99th of 100 pairs', 'at most', 1, ({ latency }) => latency.p99Ms);
  goal('memory under load, Azurite aside', 'at most', 1, ({ processes: [app] }) => megabytes(app));
}

function rows(name, found) {
  const row = (what, value) => ({ what: `${name}: ${what}`, values: found.map(value) });
  return [
    row('pairs a second', ({ perSecond }) => perSecond),
    ...[50, 95, 99].map((share) => row(`milliseconds, p${share}`, ({ latency }) => latency[`p${share}Ms`])),
    ...usesOf(name, found, 0),
  ];
}

/** Of one process of a side. */
function usesOf(name, found, at) {
  return [
    {
      what: `${name}: CPU milliseconds a pair`,
      values: found.map(({ processes, operations }) => processes[at].cpuSeconds / operations * 1000),
    },
    { what: `${name}: MB resident, mean`, values: found.map(({ processes }) => megabytes(processes[at])) },
  ];
}

const megabytes = ({ meanRssBytes }) => meanRssBytes / 1e6;
