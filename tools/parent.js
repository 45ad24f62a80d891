'use strict';
const fs = require('node:fs');

/** Calls `close`, once, when this process is asked to end or the one that started it has ended. */
function endsWithItsParent(close) {
  let isClosing = false;
  const once = () => {
    if (!isClosing) {
      isClosing = true;
      close();
    }
  };
  process.on('SIGINT', once).on('SIGTERM', once);
  // A terminal or /dev/null says nothing of the parent; a pipe ends when the parent does, however it ends.
  const stdin = fs.fstatSync(0);
  if (stdin.isFIFO() || stdin.isSocket()) {
    process.stdin.on('end', once).on('error', once).resume();
  }
}

module.exports = { endsWithItsParent };
