'use strict';
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: delay } = require('node:timers/promises');
const { Problem, warn } = require('./messages');
const { root } = require('./paths');

const POSIX = process.platform !== 'win32';
const PATIENCE_MS = 10_000;

/**
 * Everything one command starts or makes and has to put away: processes, ended by their id and only by it, the last one
 * started first; temporary folders after them.
 */
class Session {
  #running = [];
  #folders = [];
  #closed = false;
  #patience;

  constructor(patience = PATIENCE_MS) {
    this.#patience = patience;
  }

  /**
   * Starts a process. `stopWith` is the signal that ends it well; `script: true` is a command that Windows only finds
   * through its shell (npm, func).
   * @returns {{name: string, child: import('node:child_process').ChildProcess, ended: Promise<object>}}
   */
  start(name, file, args, { stopWith = 'SIGTERM', script = false, ...options } = {}) {
    if (this.#closed) {
      throw new Problem(`${name} was not started: the command is being stopped`);
    }
    const child = spawn(file, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      windowsHide: true,
      ...options,
      shell: script && !POSIX,
      // A group of its own: Ctrl-C in a terminal reaches this process alone, which then stops the others in order.
      detached: POSIX,
    });
    const running = { name, child, stopWith, ended: endOf(child) };
    this.#running.push(running);
    running.ended.then(() => { this.#running = this.#running.filter((other) => other !== running); });
    return running;
  }

  /** Starts a process and waits for its end. @returns {Promise<number>} its exit code */
  async run(name, file, args, options) {
    return exitCode(name, await this.start(name, file, args, options).ended);
  }

  /** As run, with what the process prints instead of showing it. */
  async capture(name, file, args, options) {
    const running = this.start(name, file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    running.child.stdout?.on('data', (chunk) => chunks.push(chunk));
    running.child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const code = exitCode(name, await running.ended);
    return { code, output: Buffer.concat(chunks).toString() };
  }

  /** Whether the command is being stopped: what fails from now on fails for that reason. */
  get closed() {
    return this.#closed;
  }

  temporaryFolder() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'otpfunctions-'));
    this.#folders.push(folder);
    return folder;
  }

  async close() {
    this.#closed = true;
    for (const running of [...this.#running].reverse()) {
      await this.#stop(running);
    }
    this.#removeFolders();
  }

  /** The last resort, without waiting: nothing that was started may stay behind. */
  kill() {
    this.#closed = true;
    this.#running.forEach(killTree);
    this.#removeFolders();
  }

  async #stop(running) {
    askToEnd(running);
    if (!await isWithin(running.ended, this.#patience)) {
      warn(`${running.name} did not stop within ${this.#patience / 1000} s and is killed.`);
    }
    killTree(running);
    await isWithin(running.ended, this.#patience);
  }

  #removeFolders() {
    this.#folders.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
    this.#folders = [];
  }
}

function endOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

function exitCode(name, { error, code, signal }) {
  if (error) {
    throw new Problem(`${name} could not be started: ${error.message}`);
  }
  return code ?? 128 + os.constants.signals[signal];
}

/** Windows has no signals to send; there a process that reads its stdin ends when that is closed. */
function askToEnd({ child, stopWith }) {
  if (POSIX || !child.stdin) {
    child.kill(stopWith);
  } else {
    child.stdin.end();
  }
}

/** The process and what it started in turn; after a good end this finds nobody. */
function killTree({ child }) {
  if (child.pid === undefined) {
    return;
  }
  if (!POSIX) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

async function isWithin(promise, milliseconds) {
  const timer = new AbortController();
  const late = delay(milliseconds, false, { signal: timer.signal }).catch(() => false);
  const inTime = await Promise.race([promise.then(() => true), late]);
  timer.abort();
  return inTime;
}

/** How a process ended, for a sentence that begins with its name. */
function howItEnded({ error, code, signal }) {
  if (error) {
    return `could not be started: ${error.message}`;
  }
  return signal ? `was ended by ${signal}` : `ended by itself with exit code ${code}`;
}

module.exports = { Session, howItEnded };
