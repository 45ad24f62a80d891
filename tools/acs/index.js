'use strict';
module.exports = require('./emulator');
