'use strict';
const { constants } = require('node:os');
const { Problem, UsageProblem, say, warn } = require('./messages');
const { parse } = require('./options');
const { Session } = require('./session');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const OLDEST_NODE = 20;

/**
 * Runs the command that the arguments name and ends the process with its exit code. A command is
 * `{ summary, options, run(session, options) }`; `servesUntilStopped` makes a signal its ordinary end.
 */
async function main(commands, args) {
  let exitCode = 0;
  try {
    exitCode = await dispatch(commands, args);
  } catch (error) {
    exitCode = report(error, commands);
  }
  // What is still under way, such as a request to a remote service, must not outlive a stopped command.
  process.stdout.write('', () => process.exit(exitCode));
}

async function dispatch(commands, [name, ...args]) {
  checkNode();
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    say(usage(commands));
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    throw new UsageProblem(`Unknown command '${name}'`);
  }
  const command = commands[name];
  if (args.includes('--help') || args.includes('-h')) {
    say(describe(name, command));
    return 0;
  }
  return await runToItsEnd(command, parse(command, args));
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Problem(`./dev needs Node ${OLDEST_NODE} or newer; this is ${process.version}. ` +
      'Install it from https://nodejs.org/');
  }
}

/** Whatever ends first, the command or the user's patience: what was started is put away in order. */
async function runToItsEnd(command, options) {
  const session = new Session();
  process.on('exit', () => session.kill());
  const signals = listen(session, command);
  try {
    return await Promise.race([command.run(session, options), signals]) ?? 0;
  } finally {
    await session.close();
  }
}

/** Resolves with the exit code at the first signal; the second one stops waiting for anybody. */
function listen(session, command) {
  return new Promise((resolve) => {
    let seen = 0;
    const onSignal = (signal) => {
      seen += 1;
      if (seen > 1) {
        session.kill();
        process.exit(128 + constants.signals[signal]);
      }
      warn(`\n${signal}: stopping ...`);
      resolve(command.servesUntilStopped ? 0 : 128 + constants.signals[signal]);
    };
    SIGNALS.forEach((signal) => process.on(signal, onSignal));
  });
}

function report(error, commands) {
  if (!(error instanceof Problem)) {
    warn(error.stack);
    return 1;
  }
  warn(`error: ${error.message}`);
  if (error instanceof UsageProblem) {
    warn(`\n${usage(commands)}`);
  }
  return error.exitCode;
}

function usage(commands) {
  const lines = Object.entries(commands).map(([name, command]) => `  ${name.padEnd(8)}${command.summary}`);
  return ['usage: ./dev <command> [options]', '', ...lines, '', './dev <command> --help lists its options.'].join('\n');
}

function describe(name, command) {
  const options = Object.entries(command.options).map(([option, { value, help, default: usual }]) => {
    const spelling = value ? `--${option} ${value}` : `--${option}`;
    return `  ${spelling.padEnd(22)}${help}${usual === undefined ? '' : ` (${usual})`}`;
  });
  const choices = Object.entries(command.choice?.of ?? {}).map(([one, { summary }]) => `  ${one.padEnd(22)}${summary}`);
  const passedOn = command.passesOn ? [`  ${'anything else'.padEnd(22)}${command.passesOn}`] : [];
  return [`./dev ${name}: ${command.summary}`, '', ...choices, ...options, ...passedOn].join('\n').trimEnd();
}

module.exports = { main };
