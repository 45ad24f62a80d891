'use strict';
const readline = require('node:readline');
const { setTimeout: delay } = require('node:timers/promises');
const { quietly } = require('./build');
const { request } = require('./http');
const { Problem } = require('./messages');
const paths = require('./paths');
const { howItEnded } = require('./session');

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 250;
const LOG_KEPT = 200;

const APP = paths.inRoot('OtpFunctions', 'bin', 'Release', 'net10.0', 'OtpFunctions.dll');

/**
 * Release: what is deployed and measured, and in a folder of its own, so that tests can be built (in Debug) while the
 * app runs. Stand-ins: the Functions host they bring is the one that serves without Core Tools (./dev func has those).
 */
function buildApp(session) {
  return quietly(session, 'building OtpFunctions (Release)',
    ['build', 'OtpFunctions', '-c', 'Release', '-p:AzurePackages=standins', '-nologo', '-v', 'minimal']);
}

/**
 * In memory where no location is given.
 * @param {string} node what runs it
 * @returns the running process and, in `port`, where it listens: port 0 takes any that is free.
 */
async function startStorage(session,
  { port, location, script = paths.inRoot('tools', 'azurite.js'), node = process.execPath }) {
  const kept = location === undefined ? [] : ['--location', location];
  return listening(startServer(session, 'Azurite', [node, script, '--port', String(port), ...kept]));
}

/**
 * The emulator of Azure Communication Services; `arguments` as in tools/acs/main.js.
 * @returns the running process, in `port` where it listens, and its `connectionString`
 */
async function startCommunication(session, { port, arguments: rest = [] }) {
  const script = paths.inRoot('tools', 'acs', 'main.js');
  const emulator = startTool(session, 'The communication emulator', [script, '--port', String(port), ...rest]);
  const connection = firstLine(emulator.child.stdout, /^connection (\S+)/);
  return { ...await listening(emulator), connectionString: await connection };
}

/** A tool in node, in a process of its own. */
const startTool = (session, name, args) => startServer(session, name, [process.execPath, ...args]);

/** Its stdin stays open as long as this process lives: a server ends with it, however that happens. */
function startServer(session, name, [file, ...args]) {
  return session.start(name, file, args, { stdio: ['pipe', 'pipe', 'pipe'], stopWith: 'SIGINT' });
}

/** @returns the server as it is, and in `port` where it says that it listens. */
async function listening(tool) {
  const errors = keepLines(tool.child.stderr);
  const url = await Promise.race([
    firstLine(tool.child.stdout, /^listening (http:\S+)/),
    tool.ended.then((end) => { throw failed(tool.name, howItEnded(end), errors); }),
    late(READY_WITHIN_MS).then(() => { throw failed(tool.name, 'did not get ready in time', errors); }),
  ]);
  return { ...tool, port: Number(new URL(url).port) };
}

/** @param {boolean} shown whether the log goes to the terminal, or is kept for the case of a failure. */
async function startApp(session, { port, environment, cwd = paths.root, shown = true }) {
  const app = session.start('OtpFunctions', 'dotnet', [APP, '--port', String(port)], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const log = shown ? [] : keepLines(app.child.stdout, app.child.stderr);
  const url = `http://localhost:${port}`;
  await untilReady(url, app, log);
  return { ...app, url };
}

async function untilReady(url, app, log) {
  let end;
  app.ended.then((how) => { end = how; });
  let last = 'no answer';
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await delay(ASK_EVERY_MS)) {
    const answer = await request('GET', `${url}/api/health/ready`).catch(() => undefined);
    if (end) {
      throw failed(app.name, howItEnded(end), log);
    }
    if (answer?.status === 200) {
      return;
    }
    last = answer ? `${answer.status} ${answer.text}` : last;
  }
  throw failed(app.name, `was not ready in time (GET ${url}/api/health/ready: ${last})`, log);
}

function failed(name, how, log) {
  return new Problem([`${name} ${how}.`, ...log.map((line) => `  ${line}`)].join('\n'));
}

/** The last lines of a stream; reading on also keeps the process from blocking on a full pipe. */
function keepLines(...streams) {
  const lines = [];
  for (const stream of streams) {
    readline.createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      lines.splice(0, lines.length - LOG_KEPT);
    });
  }
  return lines;
}

function firstLine(stream, pattern) {
  return new Promise((resolve) => {
    readline.createInterface({ input: stream }).on('line', (line) => {
      const match = pattern.exec(line);
      if (match) {
        resolve(match[1]);
      }
    });
  });
}

/** A time limit that keeps nobody alive. */
const late = (milliseconds) => delay(milliseconds, undefined, { ref: false });

/** Waits for the first of the processes to end, which none of them should. */
async function untilOneEnds(...processes) {
  const end = await Promise.race(processes.map(async ({ name, ended }) => ({ name, how: howItEnded(await ended) })));
  throw new Problem(`${end.name} ${end.how}; the rest is stopped.`);
}

module.exports = { buildApp, listening, startCommunication, startServer, startStorage, startApp, untilOneEnds };
