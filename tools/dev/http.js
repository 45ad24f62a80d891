'use strict';

const ANSWER_WITHIN_MS = 30_000;

/** One request with a JSON body and answer. @returns {Promise<{status: number, text: string, json: any}>} */
async function request(method, url, { headers = {}, body, within = ANSWER_WITHIN_MS } = {}) {
  const answer = await fetch(url, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(within),
    redirect: 'manual',
  });
  const text = await answer.text();
  return { status: answer.status, text, json: parsed(text) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

module.exports = { request };
