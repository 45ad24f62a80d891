'use strict';

/**
 * Solves the challenges of the captcha service's proof of work: finds a solution of 0-9 and a-z for which SHA-256 of
 * "challenge.solution" begins with as many zero bits as asked. One file and nothing else: a classic script (the global
 * PowSolver), a module of Node, and the code of the worker that it starts, so that the page stays responsive.
 */
(() => {
  const WORKER_NAME = 'pow-solver';
  const BLOCK = 64; // bytes of a SHA-256 block, of which the message's length in bits takes the last 8
  const MOST_BITS = 32;
  const MOST_DIGITS = 32;
  const DIGITS = Array.from('0123456789abcdefghijklmnopqrstuvwxyz', (digit) => digit.charCodeAt(0));

  // How many tries between two looks at the clock, the caller's signal and the other work of the thread.
  const SLICE_IN_WORKER = 20000;
  const SLICE_IN_PAGE = 4000;

  // FIPS 180-4: the fractional parts of the square and cube roots of the first primes.
  const START = Int32Array.of(
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19);
  const ROUNDS = Int32Array.of(
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2);
  const schedule = new Int32Array(64);

  /** Takes 16 words of a message into a state of 8. */
  function compress(state, words, from) {
    const w = schedule;
    for (let i = 0; i < 16; i++) {
      w[i] = words[from + i];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let a = state[0], b = state[1], c = state[2], d = state[3];
    let e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + (g ^ (e & (f ^ g))) + ROUNDS[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  function setByte(words, index, value) {
    const shift = 24 - 8 * (index & 3);
    words[index >> 2] = (words[index >> 2] & ~(0xff << shift)) | (value << shift);
  }

  /** The words that end a message: what is left after whole blocks, the bit 1, zeros, the length of all in bits. */
  function lastWords(bytes, messageLength) {
    const words = new Int32Array(Math.ceil((bytes.length + 9) / BLOCK) * 16);
    bytes.forEach((value, index) => setByte(words, index, value));
    setByte(words, bytes.length, 0x80);
    words[words.length - 2] = Math.floor(messageLength / 2 ** 29);
    words[words.length - 1] = messageLength << 3;
    return words;
  }

  /** The state after the whole blocks of a message, and the bytes that are left. */
  function absorb(bytes) {
    const state = START.slice();
    const words = new Int32Array(16);
    const whole = bytes.length - (bytes.length % BLOCK);
    for (let from = 0; from < whole; from += BLOCK) {
      for (let i = 0; i < BLOCK; i++) {
        setByte(words, i, bytes[from + i]);
      }
      compress(state, words, 0);
    }
    return { state, rest: Array.from(bytes.subarray(whole)) };
  }

  function finish(state, words) {
    for (let from = 0; from < words.length; from += 16) {
      compress(state, words, from);
    }
  }

  /** SHA-256 (FIPS 180-4) of a Uint8Array, as another. */
  function sha256(bytes) {
    const { state, rest } = absorb(bytes);
    finish(state, lastWords(rest, bytes.length));
    const hash = new Uint8Array(32);
    const view = new DataView(hash.buffer);
    state.forEach((word, index) => view.setInt32(4 * index, word));
    return hash;
  }

  /**
   * Tries "0" to "z", then "00" to "zz", and so on. The challenge's whole blocks are hashed once; a try hashes what is
   * left, mostly one block.
   */
  class Search {
    constructor(challenge, difficulty) {
      if (typeof challenge !== 'string' || !/^[\x21-\x7e]*$/.test(challenge)) {
        throw new TypeError('The challenge is not a text of ASCII characters.');
      }
      if (!Number.isInteger(difficulty) || difficulty < 0 || difficulty > MOST_BITS) {
        throw new RangeError(`The difficulty is not a number of bits from 0 to ${MOST_BITS}.`);
      }
      const prefix = Uint8Array.from(`${challenge}.`, (character) => character.charCodeAt(0));
      const { state, rest } = absorb(prefix);
      this.prefixLength = prefix.length;
      this.difficulty = difficulty;
      this.midstate = state;
      this.rest = rest;
      this.state = new Int32Array(8);
      this.attempts = 0;
      this.lengthen(1);
    }

    /** Goes on for so many tries at most: the solution, or null when there is none among them. */
    run(tries) {
      for (let left = tries; left > 0; left--) {
        this.state.set(this.midstate);
        finish(this.state, this.words);
        this.attempts++;
        if (Math.clz32(this.state[0]) >= this.difficulty) {
          return String.fromCharCode(...this.digits.map((digit) => DIGITS[digit]));
        }
        this.increment();
      }
      return null;
    }

    increment() {
      for (let at = this.digits.length - 1; at >= 0; at--) {
        const digit = (this.digits[at] + 1) % DIGITS.length;
        this.digits[at] = digit;
        setByte(this.words, this.rest.length + at, DIGITS[digit]);
        if (digit !== 0) {
          return;
        }
      }
      this.lengthen(this.digits.length + 1);
    }

    lengthen(length) {
      if (length > MOST_DIGITS) {
        throw new RangeError('There is no solution.');
      }
      this.digits = new Array(length).fill(0);
      this.words = lastWords(
        [...this.rest, ...this.digits.map((digit) => DIGITS[digit])], this.prefixLength + length);
    }
  }

  /**
   * Solves a challenge, in a worker where the page may have one, otherwise here in slices.
   * @param {string} challenge As the service issued it.
   * @param {object} options
   * @param {number} options.difficulty Leading zero bits, as issued with it: 0 to 32.
   * @param {AbortSignal} [options.signal] Ends the work; the promise is rejected with its reason.
   * @param {(progress: {attempts: number, chance: number}) => void} [options.onProgress] Called some times a second
   *   with the tries so far, and how likely a solution is to have been found by as many (0 to 1).
   * @param {string|URL} [options.workerUrl] Where this file is, if the page loads it as a module or bundled.
   * @returns {Promise<string>} The solution.
   */
  async function solve(challenge, { difficulty, signal, onProgress = () => {}, workerUrl = ownUrl }) {
    signal?.throwIfAborted();
    const search = new Search(challenge, difficulty);
    const report = (attempts) => onProgress({ attempts, chance: -Math.expm1(-attempts / 2 ** difficulty) });
    const worker = startWorker(workerUrl);
    const solution = worker && await solveInWorker(worker, { challenge, difficulty }, signal, report);
    return solution ?? runInSlices(search, SLICE_IN_PAGE, signal, report);
  }

  function startWorker(url) {
    try {
      return url && typeof Worker === 'function' ? new Worker(url, { name: WORKER_NAME }) : null;
    } catch {
      return null; // A page opened from a file may have none.
    }
  }

  /** The solution; null when the worker cannot work: its file is not there, or a policy forbids it. */
  async function solveInWorker(worker, task, signal, report) {
    let abort;
    try {
      return await new Promise((resolve, reject) => {
        abort = () => reject(signal.reason);
        signal?.addEventListener('abort', abort);
        worker.onerror = (event) => {
          event.preventDefault();
          resolve(null);
        };
        worker.onmessage = ({ data }) => data.solution === undefined ? report(data.attempts) : resolve(data.solution);
        worker.postMessage(task);
      });
    } finally {
      signal?.removeEventListener('abort', abort);
      worker.terminate();
    }
  }

  async function runInSlices(search, tries, signal, report) {
    for (;;) {
      const solution = search.run(tries);
      report(search.attempts);
      if (solution !== null) {
        return solution;
      }
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }

  function serve() {
    self.onmessage = ({ data }) => {
      const search = new Search(data.challenge, data.difficulty);
      let solution = null;
      while (solution === null) {
        solution = search.run(SLICE_IN_WORKER);
        self.postMessage({ attempts: search.attempts });
      }
      self.postMessage({ solution });
    };
  }

  const isWorker = typeof importScripts === 'function'; // A window may have any name, too.
  const ownUrl = typeof document === 'object' ? document.currentScript?.src : undefined;
  if (isWorker && self.name === WORKER_NAME) {
    serve();
  } else if (typeof module === 'object' && module.exports) {
    module.exports = { Search, sha256, solve };
  } else {
    globalThis.PowSolver = { Search, sha256, solve };
  }
})();
