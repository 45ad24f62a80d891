'use strict';
// A worker of its own: it is the one that needs a package to read pictures. node filter-files.js FROM TO
const fs = require('node:fs');
const path = require('node:path');
const { PNG } = require('pngjs');
const { enlarge, fromRgba, median, threshold, toRgba } = require('./filters');

const FACTOR = 3;
const [from, to] = process.argv.slice(2);

for (const file of fs.readdirSync(from)) {
  const picture = fromRgba(PNG.sync.read(fs.readFileSync(path.join(from, file))));
  const filtered = toRgba(threshold(enlarge(median(picture), FACTOR)));
  fs.writeFileSync(path.join(to, file), PNG.sync.write(Object.assign(new PNG(filtered), { data: filtered.data })));
}
