'use strict';
const fs = require('node:fs');
const path = require('node:path');

const SUFFIX = '.bench.js';

/**
 * The benches of a folder by name: every file NAME.bench.js, which exports `{ summary, run(bench) }`. A bench is handed
 * `{ session, report, runs, quick }`: it measures in parts (`report.part`), shows tables and judges goals.
 */
function benchesOf(folder) {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith(SUFFIX)).sort();
  return Object.fromEntries(files.map((file) => [file.slice(0, -SUFFIX.length), require(path.join(folder, file))]));
}

module.exports = { benchesOf };
