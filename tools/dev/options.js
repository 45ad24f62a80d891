'use strict';
const { parseArgs } = require('node:util');
const { UsageProblem } = require('./messages');

const HIGHEST_PORT = 65_535;

/**
 * Reads the arguments of one command. An option is `{ help, value?, default?, port? }`: with `value` it takes one (the
 * name the usage shows), with `port` that one must be a TCP port. A command with `passesOn` gets what it does not know
 * in `rest`.
 */
function parse(command, args) {
  const { values, rest } = command.passesOn ? split(command, args) : strict(command, args);
  const options = { rest };
  for (const [name, option] of Object.entries(command.options)) {
    const value = values[name] ?? option.default;
    options[name] = option.port ? port(name, value) : value;
  }
  return options;
}

function strict(command, args) {
  try {
    return { values: parseArgs({ args, options: described(command), allowPositionals: false }).values, rest: [] };
  } catch (error) {
    throw new UsageProblem(error.message.split('. ')[0]);
  }
}

/** Only switches are taken out: what belongs to the other tool keeps its order and its spelling. */
function split(command, args) {
  const switches = Object.keys(command.options).map((name) => `--${name}`);
  const taken = args.filter((argument) => switches.includes(argument));
  const values = Object.fromEntries(taken.map((argument) => [argument.slice(2), true]));
  return { values, rest: args.filter((argument) => !switches.includes(argument)) };
}

function described(command) {
  const entries = Object.entries(command.options);
  return Object.fromEntries(entries.map(([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }]));
}

function port(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > HIGHEST_PORT) {
    throw new UsageProblem(`--${name} takes a port from 1 to ${HIGHEST_PORT}, not '${text}'`);
  }
  return number;
}

module.exports = { parse };
