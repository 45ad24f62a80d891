'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { Problem } = require('../dev/messages');
const { inRoot } = require('../dev/paths');

const BENCHMARKS = inRoot('OtpFunctions.Benchmarks', 'bin', 'Release', 'net10.0', 'OtpFunctions.Benchmarks.dll');

const dotnet = (...args) => ['dotnet', BENCHMARKS, ...args];
const node = (script, ...args) => [process.execPath, script, ...args];

/** Runs a worker to its end. @returns {Promise<object[]>} the lines of JSON it printed */
async function results(session, [file, ...args], options) {
  const name = path.basename(args[0] ?? file);
  const { code, output } = await session.capture(name, file, args, options);
  if (code !== 0) {
    throw new Problem(`${name} ended with exit code ${code}:\n${output.trim()}`);
  }
  return jsonLines(output);
}

/** Runtimes print warnings of their own between: a result is a line that is an object. */
function jsonLines(text) {
  return text.split(/\r?\n/).filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
}

async function result(session, command, options) {
  const all = await results(session, command, options);
  if (all.length !== 1) {
    throw new Problem(`${command.join(' ')} printed ${all.length} results instead of one`);
  }
  return all[0];
}

/** The command on the first core alone, where the system can be asked for that. */
function onOneCore(command) {
  return canPin() ? ['taskset', '-c', '0', ...command] : command;
}

const canPin = () => process.platform === 'linux' && isOnPath('taskset');

function isOnPath(program) {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, file)));
}

module.exports = { canPin, dotnet, isOnPath, jsonLines, node, onOneCore, result, results };
