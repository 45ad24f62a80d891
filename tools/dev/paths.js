'use strict';
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const inRoot = (...parts) => path.join(root, ...parts);

module.exports = {
  root,
  inRoot,
  tools: inRoot('tools'),
  bench: inRoot('tools', 'bench'),
  settings: inRoot('local.settings.json'),
  sample: inRoot('local.settings.sample.json'),
  packageAnswer: inRoot('.azure-packages'),
};
