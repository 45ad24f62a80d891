'use strict';
const { Problem, warn } = require('./messages');

const DOT_EVERY_MS = 2000;

/** Runs dotnet quietly: one line with a dot every two seconds; all it said only where it fails. */
async function quietly(session, what, args) {
  const started = Date.now();
  process.stdout.write(`${what} ..`);
  const dots = setInterval(() => process.stdout.write('.'), DOT_EVERY_MS);
  try {
    const { code, output } = await session.capture('dotnet', 'dotnet', args);
    process.stdout.write(code === 0 ? ` ${((Date.now() - started) / 1000).toFixed(1)} s\n` : ' failed\n');
    if (code !== 0) {
      warn(output.trimEnd());
      throw new Problem(`dotnet ${args[0]} failed; what it said stands above.`);
    }
  } finally {
    clearInterval(dots);
  }
}

module.exports = { quietly };
