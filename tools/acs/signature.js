'use strict';
const { createHash, createHmac, timingSafeEqual } = require('node:crypto');
const { isDate } = require('./dates');
const { Refusal } = require('./refusal');

// https://learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial
const PATTERN = /^HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=([A-Za-z0-9+/]{43}=)$/;
const MARGIN_MS = 5 * 60_000;

/** Throws unless the request was signed with the key, within five minutes of `now`, over the very body that came. */
function checkSignature({ method, url, headers }, body, key, now) {
  const date = headers['x-ms-date'];
  const hash = headers['x-ms-content-sha256'];
  const given = PATTERN.exec(headers.authorization ?? '');
  if (!date || !hash || !given) {
    throw new Refusal(401);
  }
  if (!isFresh(date, now)) {
    throw new Refusal(401, { message: 'The date differs from now by more than the allowed margin of 5 minutes.' });
  }
  if (hash !== contentHash(body) || !isSame(given[1], sign(`${method}\n${url}\n${date};${headers.host};${hash}`, key))) {
    throw new Refusal(401);
  }
}

const contentHash = (body) => createHash('sha256').update(body).digest('base64');

const sign = (text, key) => createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');

function isFresh(date, now) {
  return isDate(date) && Math.abs(now - Date.parse(date)) <= MARGIN_MS;
}

function isSame(given, expected) {
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

module.exports = { checkSignature, contentHash, sign };
