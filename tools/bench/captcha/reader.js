'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Problem } = require('../../dev/messages');
const { isOnPath } = require('../workers');

const [LINE, WORD] = ['7', '8'];
const TSV_PAGE = 1;
const TSV_TEXT = 11;

// An exit code above it is that of a process that a signal ended.
const SIGNALLED = 128;

/** How tesseract is asked to look at a picture: as one line, and as one word. */
const MODES = [LINE, WORD];

/** @returns {Promise<string>} its name and version */
async function findReader(session) {
  if (!isOnPath('tesseract')) {
    throw new Problem('there is no tesseract on the PATH. Debian and Ubuntu: apt-get install tesseract-ocr');
  }
  const { output } = await session.capture('tesseract', 'tesseract', ['--version']);
  return output.split('\n')[0];
}

/**
 * Reads many pictures in one process of one thread. Some pictures make it crash; the others are read without them.
 * @returns {Promise<string[]>} what it read of each, without spaces: empty where it saw nothing, undefined at a crash
 */
async function read(session, files, how) {
  if (files.length === 0) {
    return [];
  }
  const { texts, crashedAt } = await readOnce(session, files, how);
  return texts ?? [
    ...await read(session, files.slice(0, crashedAt), how),
    undefined,
    ...await read(session, files.slice(crashedAt + 1), how),
  ];
}

async function readOnce(session, files, { mode, symbols }) {
  const folder = session.temporaryFolder();
  const [list, result] = [path.join(folder, 'list.txt'), path.join(folder, 'read')];
  fs.writeFileSync(list, files.map((file) => `${file}\n`).join(''));
  const { code, output } = await session.capture('tesseract', 'tesseract', [
    list, result, '--psm', mode,
    ...[`tessedit_char_whitelist=${symbols}`, 'tessedit_create_tsv=1', 'tessedit_create_txt=0']
      .flatMap((setting) => ['-c', setting]),
  ], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } });
  if (code === 0) {
    return { texts: pagesOf(fs.readFileSync(`${result}.tsv`, 'utf8'), files.length) };
  }
  const begun = [...output.matchAll(/^Page (\d+) :/gm)].at(-1)?.[1];
  if (code <= SIGNALLED || begun === undefined) {
    throw new Problem(`tesseract ended with exit code ${code}:\n${output.trim()}`);
  }
  return { crashedAt: Number(begun) };
}

/** The words of each page of tesseract's table (columns: level, page, ..., text), a page a picture. */
function pagesOf(tsv, count) {
  const lines = tsv.split('\n').slice(1).filter((line) => line !== '').map((line) => line.split('\t'));
  const pages = Math.max(0, ...lines.map((cells) => Number(cells[TSV_PAGE])));
  if (pages !== count) {
    throw new Problem(`tesseract read ${pages} pictures instead of ${count}`);
  }
  const texts = new Array(count).fill('');
  lines.forEach((cells) => { texts[cells[TSV_PAGE] - 1] += (cells[TSV_TEXT] ?? '').replace(/\s/g, ''); });
  return texts;
}

/** How many answers any of the readings has, upper or lower case. */
function countRead(answers, readings) {
  const isRead = (answer, i) => readings.some((texts) => texts[i]?.toUpperCase() === answer.toUpperCase());
  return answers.filter(isRead).length;
}

module.exports = { MODES, countRead, findReader, pagesOf, read };
