'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { loop, warmUp } = require('../loop');

const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 5;
const OPTIONS = ['warm-up', 'seconds', 'count', 'folder', 'symbols'];

const between = (least, most) => least + Math.random() * (most - least);
const oneOf = (values) => values[Math.floor(Math.random() * values.length)];
const freshText = (symbols) => Array.from({ length: LENGTH }, () => oneOf(symbols)).join('');

/**
 * The worker of a peer, with the commands that OtpFunctions.Benchmarks has for the service's own painter.
 * @param {(symbols: string) => {text: string, png: Buffer}} paint a picture of a fresh text of these symbols
 */
function serve(paint) {
  const { values, positionals: [command] } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
  });
  const fresh = () => paint(values.symbols ?? SYMBOLS);
  const commands = {
    'captcha-speed'() {
      const once = () => fresh().png.length;
      warmUp(Number(values['warm-up']), once);
      print(loop(Number(values.seconds), once));
    },
    'captcha-files'() {
      for (let number = 0; number < Number(values.count); number += 1) {
        const { text, png } = fresh();
        const file = path.join(values.folder, `${String(number).padStart(4, '0')}.png`);
        fs.writeFileSync(file, png);
        print({ file, text, bytes: png.length });
      }
    },
  };
  commands[command]();
}

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

module.exports = { between, freshText, oneOf, serve };
