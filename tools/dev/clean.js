'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { say } = require('./messages');
const { root } = require('./paths');

const BUILT = new Set(['bin', 'obj', 'artifacts', 'TestResults', '.azurite']);
const KEPT = new Set(['node_modules', 'local.settings.json']);
const NEVER_ENTERED = new Set(['.git', 'node_modules']);

module.exports = {
  summary: 'remove what was built and stored',
  options: {
    all: { help: 'also node_modules and local.settings.json, with its secrets' },
  },
  run,
};

function run(session, { all }) {
  const found = removable(root, all);
  found.forEach((target) => fs.rmSync(target, { recursive: true, force: true, maxRetries: 3 }));
  say(found.length === 0 ? 'there is nothing to remove' : 'removed:');
  found.forEach((target) => say(`  ${path.relative(root, target)}`));
}

/** Links are not followed: what they lead to is not the repository's. */
function removable(folder, all) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const target = path.join(folder, entry.name);
    if (BUILT.has(entry.name) || (all && KEPT.has(entry.name))) {
      return [target];
    }
    return entry.isDirectory() && !NEVER_ENTERED.has(entry.name) ? removable(target, all) : [];
  });
}

module.exports.removable = removable;
