'use strict';
const assert = require('node:assert/strict');
const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const vm = require('node:vm');

const FILE = path.join(__dirname, '..', 'docs', 'pow', 'solver.js');
const { Search, sha256, solve } = require(FILE);
const CHALLENGE = 'AQ4Bm_-pow'.padEnd(75, 'x');

function bitsOf(challenge, solution) {
  const hash = createHash('sha256').update(`${challenge}.${solution}`).digest();
  return Math.clz32(hash.readInt32BE(0));
}

/** What a try of this number is: every text of one digit in order, then every text of two, and so on. */
function solutionAt(number) {
  let length = 1;
  let first = 0;
  while (number >= first + 36 ** length) {
    first += 36 ** length++;
  }
  return (number - first).toString(36).padStart(length, '0');
}

test('SHA-256 agrees with that of Node at every length of some blocks', () => {
  for (let length = 0; length <= 260; length++) {
    const bytes = randomBytes(length);
    assert.deepEqual(Buffer.from(sha256(bytes)), createHash('sha256').update(bytes).digest(), `${length} bytes`);
  }
});

test('SHA-256 agrees on long messages and on all bytes alike', () => {
  for (const bytes of [randomBytes(100_003), Buffer.alloc(1000, 0xff), Buffer.alloc(1000), randomBytes(1 << 20)]) {
    assert.deepEqual(Buffer.from(sha256(bytes)), createHash('sha256').update(bytes).digest());
  }
});

test('a challenge of 12 bits is solved, and Node confirms it', async () => {
  for (let i = 0; i < 8; i++) {
    const challenge = randomBytes(56).toString('base64url');
    const solution = await solve(challenge, { difficulty: 12 });

    assert.match(solution, /^[0-9a-z]{1,32}$/);
    assert.ok(bitsOf(challenge, solution) >= 12);
  }
});

test('the first solution is found, whatever is left of the challenge after whole blocks', () => {
  for (let length = 0; length <= 130; length++) {
    const challenge = 'c'.repeat(length);
    let number = 0;
    while (bitsOf(challenge, solutionAt(number)) < 6) {
      number++;
    }
    const search = new Search(challenge, 6);

    assert.equal(search.run(number), null, `${length}: too early`);
    assert.equal(search.run(1), solutionAt(number), `${length}`);
    assert.equal(search.attempts, number + 1);
  }
});

test('every try is hashed right where solutions grow by a digit', () => {
  const last = 36 + 36 ** 2 + 36 ** 3;
  for (const border of [36, 36 + 36 ** 2, last]) {
    for (const length of [0, 51, 52, 53, 60, 61, 62, 63, 75]) {
      const challenge = 'b'.repeat(length);
      const search = new Search(challenge, 32);
      search.run(border - 3);
      for (let number = border - 3; number < border + 3; number++) {
        assert.equal(search.run(1), null);
        const hash = createHash('sha256').update(`${challenge}.${solutionAt(number)}`).digest();
        assert.equal(search.state[0], hash.readInt32BE(0), `${length}: ${solutionAt(number)}`);
      }
    }
  }
});

test('a difficulty of 0 is solved by the first try', async () => {
  assert.equal(await solve(CHALLENGE, { difficulty: 0 }), '0');
});

test('exactly as many bits are enough', () => {
  const exact = Array.from({ length: 5000 }, (_, number) => solutionAt(number))
    .find((solution) => bitsOf(CHALLENGE, solution) === 9);
  const search = new Search(CHALLENGE, 9);
  let solution = search.run(5000);
  while (solution !== exact) {
    assert.ok(bitsOf(CHALLENGE, solution) > 9, `${solution} before ${exact}`);
    search.increment();
    solution = search.run(5000);
  }
});

test('what is no challenge or no difficulty is refused', async () => {
  for (const challenge of [undefined, null, 5, 'é', 'a b', 'a\n']) {
    await assert.rejects(solve(challenge, { difficulty: 1 }), TypeError);
  }
  for (const difficulty of [undefined, -1, 33, 1.5, '12', NaN]) {
    await assert.rejects(solve(CHALLENGE, { difficulty }), RangeError);
  }
});

test('it ends with the reason of the signal, and lets others run meanwhile', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('the visitor left')), 20);

  await assert.rejects(
    solve(CHALLENGE, { difficulty: 32, signal: controller.signal }), /the visitor left/);
});

test('a signal that has ended lets nothing begin', async () => {
  const reports = [];
  const working = solve(CHALLENGE, { difficulty: 0, signal: AbortSignal.abort(), onProgress: (one) => reports.push(one) });

  await assert.rejects(working, { name: 'AbortError' });
  assert.deepEqual(reports, []);
});

test('progress counts the tries and how likely they are to be enough', async () => {
  const reports = [];
  await solve(CHALLENGE, { difficulty: 16, onProgress: (one) => reports.push(one) });

  assert.ok(reports.length > 0);
  reports.forEach(({ attempts, chance }, index) => {
    assert.ok(attempts > (reports[index - 1]?.attempts ?? 0));
    assert.ok(Math.abs(chance - (1 - Math.exp(-attempts / 65536))) < 1e-9);
  });
});

/** A page, with workers that run the file as a browser's would, or none, or some that fail. */
function newPage({ src = 'https://example.com/solver.js', fault } = {}) {
  const script = new vm.Script(fs.readFileSync(FILE, 'utf8'));
  const workers = [];
  class Worker {
    constructor(url, { name }) {
      if (fault === 'forbidden') {
        throw new Error('SecurityError');
      }
      this.url = `${url}`;
      this.isEnded = false;
      workers.push(this);
      const context = { name, importScripts() {} };
      context.self = context;
      context.postMessage = (data) => setImmediate(() => this.isEnded || this.onmessage({ data }));
      script.runInContext(vm.createContext(context));
      this.context = context;
    }

    postMessage(data) {
      setImmediate(() => fault === 'broken' || fault === 'stuck'
        ? fault === 'broken' && this.onerror({ preventDefault() {} })
        : this.context.onmessage({ data }));
    }

    terminate() {
      this.isEnded = true;
    }
  }
  const page = vm.createContext({ Worker, setTimeout, document: { currentScript: src && { src } } });
  script.runInContext(page);
  return { solve: vm.runInContext('PowSolver', page).solve, workers };
}

test('a page has it solved by a worker of the same file, which is ended', async () => {
  const { solve: solveInPage, workers } = newPage();
  const reports = [];
  const solution = await solveInPage(CHALLENGE, { difficulty: 18, onProgress: (one) => reports.push(one.attempts) });

  assert.ok(bitsOf(CHALLENGE, solution) >= 18);
  assert.deepEqual(workers.map(({ url, isEnded }) => ({ url, isEnded })), [{ url: 'https://example.com/solver.js', isEnded: true }]);
  assert.equal(reports[0], 20000, 'the tries of a worker, not of the page');
});

test('a page that loads it as a module says where it is', async () => {
  const { solve: solveInPage, workers } = newPage({ src: null });
  await solveInPage(CHALLENGE, { difficulty: 5, workerUrl: '/elsewhere.js' });

  assert.deepEqual(workers.map((worker) => worker.url), ['/elsewhere.js']);
});

for (const [what, page] of [
  ['knows no file for one', { src: null }], ['is forbidden one', { fault: 'forbidden' }], ['has one that fails', { fault: 'broken' }],
]) {
  test(`a page that ${what} solves it itself`, async () => {
    const { solve: solveInPage, workers } = newPage(page);

    assert.ok(bitsOf(CHALLENGE, await solveInPage(CHALLENGE, { difficulty: 10 })) >= 10);
    assert.ok(workers.every((worker) => worker.isEnded));
  });
}

test('a worker is ended when the page does not want it any more', async () => {
  const { solve: solveInPage, workers } = newPage({ fault: 'stuck' });
  const controller = new AbortController();
  const working = solveInPage(CHALLENGE, { difficulty: 32, signal: controller.signal });
  setImmediate(() => controller.abort(new Error('the visitor left')));

  await assert.rejects(working, /the visitor left/);
  assert.deepEqual(workers.map((worker) => worker.isEnded), [true]);
});

test('a worker of another name is left alone', () => {
  const context = { name: 'theirs', importScripts() {} };
  context.self = context;
  vm.runInContext(fs.readFileSync(FILE, 'utf8'), vm.createContext(context));

  assert.equal(context.onmessage, undefined);
  assert.equal(typeof context.PowSolver.solve, 'function');
});

test('the example page needs no other site, no eyes and no mouse', () => {
  const page = fs.readFileSync(path.join(path.dirname(FILE), 'example.html'), 'utf8');

  assert.match(page, /<html lang="[a-z-]+">/);
  assert.match(page, /<title>[^<]+<\/title>/);
  assert.match(page, /role="status"/);
  assert.match(page, /<noscript>/);
  assert.doesNotMatch(page, /(src|href|action)="(https?:)?\/\//);
  assert.doesNotMatch(page, /tabindex="[1-9]|<(img|audio|canvas)\b|\son[a-z]+=/);
  for (const [, id] of page.matchAll(/<(?:input|progress)[^>]*\bid="([^"]+)"/g)) {
    assert.ok(page.includes(`for="${id}"`), `${id} has no label`);
  }
  for (const [, script] of page.matchAll(/<script>([^]*?)<\/script>/g)) {
    assert.doesNotThrow(() => new vm.Script(script));
  }
});
