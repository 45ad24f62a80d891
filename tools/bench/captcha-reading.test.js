'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { test } = require('node:test');
const { Problem } = require('../dev/messages');
const { Session } = require('../dev/session');
const { enlarge, fromRgba, median, threshold, toRgba } = require('./captcha/filters');
const { countRead, findReader, pagesOf, read } = require('./captcha/reader');

const picture = (width, ...pixels) => ({ width, height: pixels.length / width, pixels: Uint8Array.from(pixels) });

test('grey is luma, and what is transparent is paper', () => {
  const data = Buffer.from([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 128, 255, 255, 255, 255]);

  assert.deepEqual([...fromRgba({ width: 4, height: 1, data }).pixels], [76, 255, 127, 255]);
});

test('a grey picture has three equal colours and nothing transparent', () => {
  assert.deepEqual([...toRgba(picture(2, 0, 9)).data], [0, 0, 0, 255, 9, 9, 9, 255]);
});

test('the median takes out a dot and keeps an edge', () => {
  assert.deepEqual([...median(picture(3, 255, 255, 255, 255, 0, 255, 255, 255, 255)).pixels], new Array(9).fill(255));
  const edge = [0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255];
  assert.deepEqual([...median(picture(4, ...edge)).pixels], edge);
});

test('an enlarged picture has its greys in between', () => {
  const { width, height, pixels } = enlarge(picture(2, 0, 120), 3);

  assert.deepEqual([width, height], [6, 3]);
  assert.deepEqual([...pixels.slice(0, 6)], [0, 0, 40, 80, 120, 120]);
});

test('the threshold parts ink from paper wherever they lie', () => {
  assert.deepEqual([...threshold(picture(4, 10, 30, 90, 100)).pixels], [0, 0, 255, 255]);
  assert.deepEqual([...threshold(picture(4, 150, 160, 240, 250)).pixels], [0, 0, 255, 255]);
});

/** Rows as tesseract prints them: of a page alone, or of a word on it. */
const tsv = (...rows) => ['level\tpage_num', ...rows.map(([page, ...word]) =>
  [word.length === 0 ? 1 : 5, page, ...new Array(9).fill(0), ...word].join('\t')), ''].join('\n');

test('the words of a page are put together, and a page without any is empty', () => {
  assert.deepEqual(pagesOf(tsv([1], [1, 'A B'], [1, 'C'], [2], [3], [3, '7']), 3), ['ABC', '', '7']);
});

for (const pages of [2, 4]) {
  test(`three pages where there are ${pages} pictures are a problem`, () => {
    assert.throws(() => pagesOf(tsv([1], [2], [3]), pages), Problem);
  });
}

test('a picture is read when any reading is its answer, whatever the case', () => {
  const crashed = [undefined, undefined, undefined];

  assert.equal(countRead(['AB2', 'CD3', 'EF4'], [['ab2', '', 'EF'], ['AB2', 'CD3', 'EF44'], crashed]), 2);
});

/** A tesseract that reads a file's name, and dies of some. */
function reading({ dies = [], code = 136 } = {}) {
  const session = new Session();
  session.capture = async (name, file, [list, result]) => {
    const files = fs.readFileSync(list, 'utf8').trim().split('\n');
    const last = files.findIndex((one) => dies.includes(one));
    fs.writeFileSync(`${result}.tsv`, last < 0 ? tsv(...files.map((one, i) => [i + 1, one])) : '');
    const output = files.slice(0, last + 1).map((one, i) => `Page ${i} : ${one}\nnoise\n`).join('');
    return last < 0 ? { code: 0, output } : { code, output };
  };
  return session;
}

for (const dies of [[], ['a'], ['c'], ['e'], ['b', 'c'], ['a', 'b', 'c', 'd', 'e']]) {
  test(`a reader that dies of [${dies}] has read the others`, async () => {
    const session = reading({ dies });
    const files = ['a', 'b', 'c', 'd', 'e'];

    const expected = files.map((one) => (dies.includes(one) ? undefined : one));
    assert.deepEqual(await read(session, files, { mode: '7', symbols: 'X' }), expected);
    await session.close();
  });
}

test('a reader that ends with an error of its own has read nothing', async () => {
  const session = reading({ dies: ['a'], code: 1 });

  await assert.rejects(read(session, ['a', 'b'], { mode: '7', symbols: 'X' }), /exit code 1/);
  await session.close();
});

test('a machine without tesseract is told how to get it', async () => {
  const { PATH } = process.env;
  process.env.PATH = __dirname;
  try {
    await assert.rejects(findReader(new Session()),
      (error) => error instanceof Problem && /apt-get install tesseract-ocr/.test(error.message));
  } finally {
    process.env.PATH = PATH;
  }
});
