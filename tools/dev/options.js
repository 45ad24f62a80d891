'use strict';
const { parseArgs } = require('node:util');
const { UsageProblem } = require('./messages');

const HIGHEST_PORT = 65_535;

/**
 * Reads the arguments of one command. An option is `{ help, value?, default?, port?, least? }`: with `value` it takes
 * one (the name the usage shows), with `port` that one must be a TCP port, with `least` a whole number from there on.
 * A command with `passesOn` gets what it does not know in `rest`; one with `choice`, `{ name, of }`, at most one key of
 * `of`, under that name.
 */
function parse(command, args) {
  const { values, rest, chosen } = command.passesOn ? split(command, args) : strict(command, args);
  const options = { rest, ...(command.choice && { [command.choice.name]: choice(command.choice, chosen) }) };
  for (const [name, option] of Object.entries(command.options)) {
    const value = values[name] ?? option.default;
    options[name] = checked(name, option, value);
  }
  return options;
}

function strict(command, args) {
  try {
    const allowPositionals = command.choice !== undefined;
    const { values, positionals } = parseArgs({ args, options: described(command), allowPositionals });
    return { values, rest: [], chosen: positionals };
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

function choice({ name, of }, chosen) {
  const unknown = chosen.find((one) => !Object.hasOwn(of, one));
  if (unknown !== undefined || chosen.length > 1) {
    const what = unknown === undefined ? `One ${name} at a time` : `Unknown ${name} '${unknown}'`;
    throw new UsageProblem(`${what}; there are: ${Object.keys(of).join(', ')}`);
  }
  return chosen[0];
}

function checked(name, option, value) {
  if (option.port) {
    return port(name, value);
  }
  return option.least === undefined ? value : wholeNumber(name, option.least, value);
}

function wholeNumber(name, least, text) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(number >= least)) {
    throw new UsageProblem(`--${name} takes a whole number from ${least} on, not '${text}'`);
  }
  return number;
}

function port(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > HIGHEST_PORT) {
    throw new UsageProblem(`--${name} takes a port from 1 to ${HIGHEST_PORT}, not '${text}'`);
  }
  return number;
}

module.exports = { parse };
