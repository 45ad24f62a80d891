'use strict';
const { spread } = require('./statistics');

const SIGNIFICANT = 3;
const NUMBER = /^-?\d[\d.]*( \d{3})*( %)?$/;

/** Lines of columns that stand under each other: words to the left, what is a number in every row to the right. */
function table(heads, rows) {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  const isNumeric = heads.map((_, at) => rows.length > 0 && rows.every((row) => NUMBER.test(row[at])));
  const line = (cells) => cells
    .map((cell, at) => (isNumeric[at] ? cell.padStart(widths[at]) : cell.padEnd(widths[at])))
    .join('  ').trimEnd();
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A row for each measured thing, `{ what, values }`: a value a run, of which median, minimum and maximum are shown. */
function spreads(rows) {
  return table(['', 'median', 'minimum', 'maximum'], rows.map(({ what, values }) => {
    const { median, minimum, maximum } = spread(values);
    return [what, ...[median, minimum, maximum].map(figure)];
  }));
}

/** Three significant digits, and never fewer than the whole number has; thousands apart. */
function figure(value) {
  const digits = Math.max(0, SIGNIFICANT - 1 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const [whole, fraction] = value.toFixed(Number.isInteger(value) ? 0 : digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

module.exports = { figure, spreads, table };
