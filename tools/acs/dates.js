'use strict';

/** Whether a text is a date as HTTP writes it (RFC 1123): 'Tue, 26 Mar 2019 16:06:51 GMT'. */
function isDate(text) {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toUTCString() === text;
}

module.exports = { isDate };
