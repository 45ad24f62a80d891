'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { Problem } = require('../../dev/messages');
const { figure } = require('../table');
const { node, results } = require('../workers');
const { MODES, countRead, findReader, read } = require('./reader');

const [PICTURES, QUICK_PICTURES, CONTROLS] = [200, 40, 50];
const MOST_READ = 1;
const LEAST_READ_OF_CONTROLS = 50;
const FILTER = path.join(__dirname, 'filter-files.js');

/** How many pictures a program reads that anybody can install, as they are and cleaned of dots and thin lines. */
async function strength({ session, report, quick }, { ours, canvas, svg, plain }) {
  const reader = await findReader(session);
  report.note(`${reader}, as a line and as a word, raw and filtered (median, 3 x larger, threshold)`);
  const count = quick ? QUICK_PICTURES : PICTURES;
  const shares = new Map();
  let symbols;
  for (const [side, pictures] of [[ours, count], [canvas, count], [svg, count], [plain, CONTROLS]]) {
    const share = await tryToRead(session, side, pictures, symbols);
    // The peers draw the same ones: none is easier or harder to read for its symbols.
    symbols ??= share.symbols;
    shares.set(side, { pictures, ...share });
  }
  report.table(['read of', 'pictures', 'raw', 'filtered', 'any', 'crashes'], [...shares].map(([{ name }, share]) => [
    name, figure(share.pictures),
    ...[share.raw, share.filtered, share.any].map((part) => `${figure(part)} %`), figure(share.crashes),
  ]));
  checkControl(shares.get(plain).any);
  const values = [shares.get(ours).any];
  report.goal({ what: 'pictures that tesseract reads', bound: 'at most', limit: MOST_READ, unit: ' %', values });
}

/** A reader that cannot read what anybody can says nothing about the rest. */
function checkControl(percent) {
  if (!(percent >= LEAST_READ_OF_CONTROLS)) {
    throw new Problem('the measurement is not trustworthy: of undistorted pictures the reader must read ' +
      `${LEAST_READ_OF_CONTROLS} %, and read ${percent} %`);
  }
}

/** @returns the percentage of pictures read raw, filtered, and in any way, and how often the reader crashed */
async function tryToRead(session, { command }, count, wanted) {
  const [raw, filtered] = [session.temporaryFolder(), session.temporaryFolder()];
  const pictures = await results(session, [
    ...command('captcha-files'), '--count', String(count), '--folder', raw, ...(wanted ? ['--symbols', wanted] : []),
  ]);
  await results(session, node(FILTER, raw, filtered));
  const answers = pictures.map(({ text }) => text);
  const symbols = [...new Set(answers.join(''))].sort().join('');
  // Two processes at a time.
  const readings = [];
  for (const mode of MODES) {
    readings.push(await Promise.all([raw, filtered].map((folder) =>
      read(session, fs.readdirSync(folder).sort().map((file) => path.join(folder, file)),
        { mode, symbols }))));
  }
  const share = (texts) => (100 * countRead(answers, texts)) / count;
  return {
    symbols,
    raw: share(readings.map(([ofRaw]) => ofRaw)),
    filtered: share(readings.map(([, ofFiltered]) => ofFiltered)),
    any: share(readings.flat()),
    crashes: readings.flat(2).filter((text) => text === undefined).length,
  };
}

module.exports = { checkControl, strength };
