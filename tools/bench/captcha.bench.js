'use strict';
const path = require('node:path');
const { allocation } = require('./captcha/allocation');
const { first } = require('./captcha/first');
const { speed } = require('./captcha/speed');
const { strength } = require('./captcha/strength');
const { dependencies } = require('./package.json');
const { dotnet, node } = require('./workers');

const worker = (file, ...more) => (command) => node(path.join(__dirname, 'captcha', file), command, ...more);
const version = (name) => `${name} ${dependencies[name]}`;

// What paints; each side's command takes the same words.
const SIDES = {
  ours: { name: 'OtpFunctions', command: (command) => dotnet(command) },
  canvas: { name: version('@napi-rs/canvas'), command: worker('canvas.js') },
  svg: { name: `${version('svg-captcha')} + ${version('@resvg/resvg-js')}`, command: worker('svg.js') },
  plain: { name: 'plain text (control)', command: worker('canvas.js', 'plain') },
};

module.exports = {
  summary: 'pictures: speed next to npm packages, memory, the first one, and how many tesseract reads',
  run,
};

async function run(bench) {
  await bench.report.part('speed on one core', () => speed(bench, SIDES));
  await bench.report.part('allocation', () => allocation(bench));
  await bench.report.part('first picture', () => first(bench));
  await bench.report.part('strength', () => strength(bench, SIDES));
}
