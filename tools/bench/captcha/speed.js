'use strict';
const { Problem } = require('../../dev/messages');
const { ratios } = require('../goals');
const { rounds } = require('../rounds');
const { canPin, onOneCore, result } = require('../workers');

// On one core the compiler of .NET, which first counts and profiles, is done only after some 8 seconds.
const USUAL = { warmUp: 10, seconds: 2 };
const QUICK = { warmUp: 0.5, seconds: 0.5 };
const MOST_BYTES = 4096;

// What the clocks of processor and wall may differ by on one core.
const TOLERANCE = 1.05;

/** Pictures of one core: each side in a process of its own, warmed up, one after the other. */
async function speed({ session, report, runs, quick }, { ours, canvas, svg }) {
  const { warmUp, seconds } = quick ? QUICK : USUAL;
  report.note(`160 x 60, 5 symbols; ${runs} x ${seconds} s each after ${warmUp} s of CPU time, ` +
    `${canPin() ? 'on core 0 alone' : 'on any core: this system has no taskset'}; CPU: of all threads`);
  const sides = [ours, canvas, svg];
  const measured = await rounds(runs, sides, (side) => measure(session, side, warmUp, seconds));
  report.spreads(sides.flatMap((side) => rows(side.name, measured.get(side))));
  for (const [peer, limit] of [[canvas, 4], [svg, 2]]) {
    const values = ratios(...[ours, peer].map((side) => measured.get(side).map(byCpu)));
    report.goal({ what: `pictures a CPU second, to ${peer.name}`, bound: 'at least', limit, unit: ' x', values });
  }
  const most = Math.max(...measured.get(ours).map((one) => one.mostBytes));
  report.goal({ what: 'the longest PNG', bound: 'less than', limit: MOST_BYTES, unit: ' bytes', values: [most] });
}

async function measure(session, { name, command }, warmUp, seconds) {
  const asked = [...command('captcha-speed'), '--warm-up', String(warmUp), '--seconds', String(seconds)];
  const found = await result(session, onOneCore(asked));
  if (found.cpuSeconds > found.wallSeconds * TOLERANCE) {
    throw new Problem(`${name} used more than one core: ${found.cpuSeconds} s of CPU in ${found.wallSeconds} s`);
  }
  return found;
}

const byCpu = ({ operations, cpuSeconds }) => operations / cpuSeconds;

function rows(name, found) {
  const row = (what, value) => ({ what: `${name}: ${what}`, values: found.map(value) });
  return [
    row('pictures a CPU second', byCpu),
    row('pictures a second', ({ operations, wallSeconds }) => operations / wallSeconds),
    row('CPU microseconds a picture', ({ operations, cpuSeconds }) => (cpuSeconds / operations) * 1e6),
    row('bytes a PNG, mean', ({ meanBytes }) => meanBytes),
    row('bytes a PNG, most', ({ mostBytes }) => mostBytes),
  ];
}

module.exports = { speed };
