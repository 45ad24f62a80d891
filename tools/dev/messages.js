'use strict';

/** What a user can put right: printed without a stack trace. */
class Problem extends Error {
  exitCode = 1;
}

/** A command line that means nothing: printed with the usage. */
class UsageProblem extends Problem {
  exitCode = 2;
}

const say = (text = '') => process.stdout.write(`${text}\n`);
const warn = (text = '') => process.stderr.write(`${text}\n`);

module.exports = { Problem, UsageProblem, say, warn };
