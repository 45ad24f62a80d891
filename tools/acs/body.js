'use strict';
const { Refusal, invalid } = require('./refusal');

/** The bytes of a body; of one with more than `most` nothing is kept. */
function readBody(request, most) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    request.on('data', (chunk) => {
      size += chunk.length;
      if (size > most) {
        chunks.length = 0;
      } else {
        chunks.push(chunk);
      }
    });
    // Read to its end even if it is too long: a caller that is still writing would see a reset and not the answer.
    request.on('end', () => (size > most ? reject(new Refusal(413)) : resolve(Buffer.concat(chunks))));
    request.on('error', reject);
  });
}

function readJson({ headers }, body) {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    throw new Refusal(415);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw invalid('The body is not JSON in UTF-8.');
  }
}

module.exports = { readBody, readJson };
