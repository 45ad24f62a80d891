'use strict';
const { Resvg } = require('@resvg/resvg-js');
const svgCaptcha = require('svg-captcha');
const { serve } = require('./painting');

// Its own noise and colours. The letters are paths already: no font is looked for, which would take many times as long.
const OPTIONS = { size: 5, width: 160, height: 60 };
const RENDERING = { font: { loadSystemFonts: false } };

serve((symbols) => {
  const { text, data } = svgCaptcha.create({ ...OPTIONS, charPreset: symbols });
  return { text, png: new Resvg(data, RENDERING).render().asPng() };
});
