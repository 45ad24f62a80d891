'use strict';
const { mean } = require('../statistics');
const { dotnet, result, results } = require('../workers');

const PICTURES = 64;

/** What BenchmarkDotNet says a picture costs the garbage collector, next to the PNG that is part of it. */
async function allocation({ session, report }) {
  const folder = session.temporaryFolder();
  const { allocatedBytes } = await result(session, dotnet('captcha-allocations', '--folder', folder));
  const pictures = await results(session, dotnet('captcha-files', '--count', String(PICTURES), '--folder', folder));
  const length = mean(pictures.map(({ bytes }) => bytes));
  report.spreads([
    { what: 'bytes allocated a picture (managed heap)', values: [allocatedBytes] },
    { what: 'of these the PNG itself', values: [Math.round(length)] },
    { what: 'allocated : PNG', values: [allocatedBytes / length] },
  ]);
}

module.exports = { allocation };
