'use strict';
const { GlobalFonts, createCanvas } = require('@napi-rs/canvas');
const { between, freshText, oneOf, serve } = require('./painting');

// What its users draw: rotated glyphs in several fonts and sizes, curves, dots. The font of svg-captcha is there on
// every machine; the others are usual ones of the three systems.
const [WIDTH, HEIGHT, CURVES, DOTS] = [160, 60, 6, 100];
const USUAL = ['DejaVu Sans', 'DejaVu Serif', 'Liberation Sans', 'Arial', 'Georgia', 'Courier New'];

GlobalFonts.registerFromPath(require.resolve('svg-captcha/fonts/Comismsh.ttf'), 'Comic');
const families = ['Comic', ...USUAL.filter((family) => GlobalFonts.has(family)).slice(0, 2)];

function paint(symbols) {
  const text = freshText(symbols);
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f4f4';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  [...text].forEach((symbol, at) => drawSymbol(context, symbol, 10 + at * 29));
  for (let curve = 0; curve < CURVES; curve += 1) {
    drawCurve(context);
  }
  for (let dot = 0; dot < DOTS; dot += 1) {
    context.fillStyle = color();
    context.fillRect(between(0, WIDTH), between(0, HEIGHT), 2, 2);
  }
  return { text, png: canvas.toBuffer('image/png') };
}

function drawSymbol(context, symbol, left) {
  context.save();
  context.translate(left + 12, HEIGHT / 2 + between(-4, 4));
  context.rotate(between(-0.5, 0.5));
  context.font = `${Math.round(between(30, 40))}px ${oneOf(families)}`;
  context.fillStyle = color();
  context.fillText(symbol, -12, 12);
  context.restore();
}

function drawCurve(context) {
  context.strokeStyle = color();
  context.lineWidth = between(1, 2);
  context.beginPath();
  context.moveTo(0, between(0, HEIGHT));
  context.bezierCurveTo(between(0, WIDTH), between(0, HEIGHT), between(0, WIDTH), between(0, HEIGHT),
    WIDTH, between(0, HEIGHT));
  context.stroke();
}

const color = () => `rgb(${[0, 0, 0].map(() => Math.floor(between(20, 160))).join(',')})`;

/** Black on white in one straight line: what any reader should read. */
function paintPlainly(symbols) {
  const text = freshText(symbols);
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#000';
  context.font = `34px ${families.at(-1)}`;
  context.fillText(text, 12, 42);
  return { text, png: canvas.toBuffer('image/png') };
}

serve(process.argv.includes('plain') ? paintPlainly : paint);
