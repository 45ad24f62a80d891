'use strict';

/** What the service says of each status when nothing more is known: its code and its message. */
const USUAL = {
  400: ['BadRequest', 'The request is invalid.'],
  401: ['Denied', 'Denied by the resource provider.'],
  403: ['Forbidden', 'The request was authorized, but has insufficient permissions.'],
  404: ['NotFound', 'There is no such resource.'],
  405: ['MethodNotAllowed', 'The resource has no such method.'],
  409: ['Conflict', 'The Operation-Id belongs to another message.'],
  413: ['RequestBodyTooLarge', 'The request body is too large.'],
  415: ['UnsupportedMediaType', 'The body is application/json.'],
  421: ['MisdirectedRequest', 'The emulator answers at a loopback address only.'],
  429: ['TooManyRequests', 'The request rate exceeds the quota of the resource.'],
  500: ['InternalServerError', 'An internal error occurred.'],
  503: ['ServiceUnavailable', 'The service is unavailable.'],
};

/** A request that is not done: its status, and the code and message of the body `{error: {code, message}}`. */
class Refusal extends Error {
  constructor(status, { code = USUAL[status][0], message = USUAL[status][1], headers = {} } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  answer() {
    return {
      status: this.status,
      headers: { ...this.headers, 'x-ms-error-code': this.code },
      body: { error: { code: this.code, message: this.message } },
    };
  }
}

/** A body that breaks a rule; the message names the field and never what stood in it. */
const invalid = (message) => new Refusal(400, { message });

module.exports = { Refusal, invalid, STATUSES: Object.keys(USUAL).map(Number) };
