'use strict';
const { freshEnvironment } = require('../dev/settings');
const { ratios } = require('./goals');
const { rounds } = require('./rounds');
const { plain, readyToRun } = require('./start/builds');
const { startup } = require('./start/startup');

const MOST_TIMES = 1.3;
// Memory is read at the first start of a run: each waits for it.
const USUAL = { startsARun: 5, idleSeconds: 3 };
const QUICK = { startsARun: 2, idleSeconds: 0.5 };

module.exports = {
  summary: 'process start to the first answer, and memory at rest, next to an empty ASP.NET Core application',
  run,
  compare,
};

async function run(bench) {
  await bench.report.part('as built', async () => compare(bench, commands(await plain(bench.session))));
  await bench.report.part('compiled ahead (ReadyToRun)', async () =>
    compare(bench, commands(await readyToRun(bench.session)), ', ReadyToRun'));
}

const commands = ({ service, empty }) => ({ service: ['dotnet', service], empty: ['dotnet', empty] });

async function compare({ session, report, runs, quick }, { service, empty }, kind = '') {
  const environment = freshEnvironment();
  const { startsARun, idleSeconds } = quick ? QUICK : USUAL;
  const sides = [{ name: 'OtpFunctions', command: service }, { name: 'the empty application', command: empty }];
  report.note(`${runs * startsARun} starts each; memory ${idleSeconds} s after the first answer, ${runs} times`);
  // Files are in the cache of the system then.
  await rounds(1, sides, ({ command }) => startup(session, command, environment));
  const found = await rounds(runs * startsARun, sides, ({ command }, start) =>
    startup(session, command, environment, start % startsARun === 0 ? idleSeconds : undefined));
  report.spreads(sides.flatMap((side) => rows(side.name, found.get(side))));
  const [ours, theirs] = sides.map((side) => found.get(side));
  const goal = (what, pick) => report.goal({
    what: `${what}${kind}, to an empty application`, bound: 'at most', limit: MOST_TIMES, unit: ' x',
    values: ratios(...[ours, theirs].map((of) => known(of, pick))),
  });
  goal('start to the first answer', ({ milliseconds }) => milliseconds);
  goal('memory at rest', ({ megabytes }) => megabytes);
}

function rows(name, found) {
  const row = (what, pick) => ({ what: `${name}: ${what}`, values: known(found, pick) });
  return [
    row('milliseconds to the first answer', ({ milliseconds }) => milliseconds),
    row('CPU milliseconds of these', ({ cpuMilliseconds }) => cpuMilliseconds),
    row('MB resident', ({ megabytes }) => megabytes),
  ];
}

const known = (found, pick) => found.map(pick).filter((value) => value !== undefined);
