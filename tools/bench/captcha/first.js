'use strict';
const { dotnet, result } = require('../workers');

const [STARTS, QUICK_STARTS] = [15, 3];
const MOST_MILLISECONDS = 30;

/** The first picture of a fresh process: with all that has to be loaded and compiled for it. */
async function first({ session, report, quick }) {
  const starts = quick ? QUICK_STARTS : STARTS;
  const found = [];
  for (let start = 0; start < starts; start += 1) {
    const began = performance.now();
    const { milliseconds, cpuMilliseconds } = await result(session, dotnet('captcha-first'));
    found.push({ milliseconds, cpuMilliseconds, whole: performance.now() - began });
  }
  report.note(`${starts} starts`);
  const values = found.map(({ milliseconds }) => milliseconds);
  report.spreads([
    { what: 'first picture, milliseconds', values },
    { what: 'first picture, CPU milliseconds', values: found.map(({ cpuMilliseconds }) => cpuMilliseconds) },
    { what: 'the whole process, milliseconds', values: found.map(({ whole }) => whole) },
  ]);
  report.goal({
    what: 'the first picture of a process', bound: 'less than', limit: MOST_MILLISECONDS, unit: ' ms', values,
  });
}

module.exports = { first };
