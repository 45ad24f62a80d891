'use strict';
const fs = require('node:fs');
const os = require('node:os');
const { benchesOf } = require('../bench/benches');
const { Report } = require('../bench/report');
const { quietly } = require('./build');
const { checkDotnet, ensurePeers } = require('./machine');
const { say } = require('./messages');
const paths = require('./paths');

const PROJECT = 'OtpFunctions.Benchmarks';

module.exports = {
  summary: 'measure speed, size and strength against the goals (docs/performance.md)',
  options: {
    runs: { value: 'N', least: 3, default: '3', help: 'how often each side is measured, in turn' },
    quick: { help: 'one short run: shows that everything works, its figures mean little' },
  },
  choice: { name: 'bench', get of() { return benchesOf(paths.bench); } },
  run,
};

/** 0 also where a goal is missed: that is a finding. 1 where something could not be measured. */
async function run(session, { bench: name, runs, quick }) {
  const benches = module.exports.choice.of;
  await checkDotnet(session);
  await ensurePeers(session);
  await quietly(session, `building ${PROJECT} (Release)`,
    ['build', PROJECT, '-c', 'Release', '-nologo', '-v', 'minimal']);
  say(machine());
  const reports = [];
  for (const one of name === undefined ? Object.keys(benches) : [name]) {
    const report = new Report(one, session);
    await benches[one].run({ session, report, runs: quick ? 1 : runs, quick });
    reports.push(report);
  }
  reports.forEach((report) => report.close());
  return Math.max(...reports.map((report) => report.exitCode));
}

function machine() {
  const cpus = os.cpus();
  const answer = fs.existsSync(paths.packageAnswer) ? fs.readFileSync(paths.packageAnswer, 'utf8').trim() : 'standins';
  return `${cpus.length} x ${cpus[0]?.model.trim() ?? 'unknown processor'}, ${os.type()} ${os.arch()}, ` +
    `Node ${process.versions.node}, load ${os.loadavg()[0].toFixed(1)}; SkiaSharp and Azure packages: ${answer}`;
}
