'use strict';
const path = require('node:path');
const { freePort } = require('../dev/ports');
const { listening, startServer } = require('../dev/service');
const { connectionString, emulatorAccount } = require('../dev/settings');
const { ratios } = require('./goals');
const { rounds } = require('./rounds');
const { figure } = require('./table');
const { dotnet, result } = require('./workers');

const LEAST_SHARE = 80;
const MOST_GROWTH = 1.25;
const USUAL = { rows: 20_000, sizes: [10_000, 200_000] };
const QUICK = { rows: 1000, sizes: [1000, 4000] };
const SIDES = [{ name: 'OtpFunctions', side: 'service' }, { name: 'raw deletes', side: 'raw' }];
const STORAGE = path.join(__dirname, 'purge', 'storage.js');

module.exports = {
  summary: 'expired rows deleted a second, next to conditional deletes and nothing else; how time grows with the table',
  run,
  growth,
};

async function run(bench) {
  const { rows, sizes } = bench.quick ? QUICK : USUAL;
  await bench.report.part('rows a second', () => rate(bench, rows));
  await bench.report.part('growth', () => growing(bench, sizes));
}

async function rate({ session, report, runs }, rows) {
  report.note(`${figure(rows)} recipients, half of them expired; 32 deletes at a time; Azurite in memory, a fresh one each time`);
  const found = await rounds(runs, SIDES, ({ side }) => purge(session, side, rows));
  report.spreads(SIDES.map((side) => ({ what: `${side.name}: rows a second`, values: found.get(side).map(perSecond) })));
  const [ours, raw] = SIDES.map((side) => found.get(side).map(perSecond));
  goalOfShare(report, rows, ratios(ours, raw));
}

/** Once for each size: the largest takes long, most of it in the emulator, whose deletes slow down with the table. */
async function growing({ session, report }, sizes) {
  const found = [];
  for (const rows of sizes) {
    const sides = [...await rounds(1, SIDES, ({ side }) => purge(session, side, rows))].map(([, [only]]) => only);
    found.push({ rows, ours: sides[0], raw: sides[1] });
  }
  report.table(['recipients', 'expired', 'seconds', 'rows a second', 'raw, seconds', 'raw, rows a second'],
    found.map(({ rows, ours, raw }) => [rows, ours.rows, ours.seconds, perSecond(ours), raw.seconds, perSecond(raw)]
      .map(figure)));
  const largest = found.at(-1);
  goalOfShare(report, largest.rows, [perSecond(largest.ours) / perSecond(largest.raw)]);
  report.goal({
    what: `time a row of ${figure(largest.rows)} to that of ${figure(found[0].rows)}, each to raw deletes`,
    bound: 'at most', limit: MOST_GROWTH, unit: ' x', values: [growth(found[0], largest)],
  });
}

/** How much longer than its raw delete a row takes in the larger table than in the smaller: 1 is linear. */
function growth(small, large) {
  const times = ({ ours, raw }) => perSecond(raw) / perSecond(ours);
  return times(large) / times(small);
}

function goalOfShare(report, rows, values) {
  report.goal({
    what: `purging ${figure(rows)} recipients, to raw deletes`,
    bound: 'at least', limit: LEAST_SHARE, unit: ' %', values: values.map((ratio) => ratio * 100),
  });
}

async function purge(session, side, rows) {
  const fillPort = await freePort();
  const storage = await listening(startServer(session, 'Azurite',
    [process.execPath, STORAGE, '--port', '0', '--fill-port', String(fillPort)]));
  const { name, key } = emulatorAccount;
  const found = await result(session, dotnet('purge', '--side', side, '--rows', String(rows),
    '--connection', connectionString(storage.port), '--account', name, '--key', key,
    '--account-url', `http://127.0.0.1:${storage.port}/${name}/`, '--fill-url', `http://127.0.0.1:${fillPort}`));
  storage.child.kill('SIGINT');
  await storage.ended;
  return found;
}

const perSecond = ({ rows, seconds }) => rows / seconds;
