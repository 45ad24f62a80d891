'use strict';
const { randomUUID } = require('node:crypto');
const { isDate } = require('./dates');
const { GUID } = require('./email');
const { Ledger } = require('./ledger');
const { Refusal, invalid } = require('./refusal');
const { flag, list, object, text } = require('./shape');

const E164 = /^\+[1-9]\d{1,14}$/;

const message = object({
  from: text({ min: 1 }),
  smsRecipients: list(object({
    to: text({ min: 1 }),
    'repeatabilityRequestId?': text({ pattern: GUID, what: 'a GUID' }),
    'repeatabilityFirstSent?': firstSent,
  }), { min: 1, max: 100 }),
  message: text({ min: 1, max: 2048 }),
  'smsSendOptions?': object({ enableDeliveryReport: flag, 'tag?': text() }),
});

/** https://learn.microsoft.com/rest/api/communication/sms/sms/send */
class Sms {
  static versions = ['2021-03-07'];

  #numbers;
  #faults;
  #now;
  #ledger = new Ledger();
  #taken = [];

  constructor({ numbers, faults, now }) {
    this.#numbers = numbers;
    this.#faults = faults;
    this.#now = now;
  }

  get messages() {
    return this.#taken.map((one) => ({ ...one, attempts: this.#ledger.arrivals(one.requestId) }));
  }

  /** The call that a request to POST /sms is. */
  send(body) {
    message(body, '');
    if (body.smsRecipients.some((one) => !one.repeatabilityRequestId !== !one.repeatabilityFirstSent)) {
      throw invalid('Not kept: repeatabilityRequestId and repeatabilityFirstSent stand together.');
    }
    if (!this.#numbers.includes(body.from)) {
      throw new Refusal(401, { code: 'Unauthorized', message: 'The from number does not belong to the resource.' });
    }
    const parts = body.smsRecipients.map((recipient) => part(body, recipient));
    parts.forEach(({ id }) => this.#ledger.arrived(id));
    const to = parts.map((one) => one.request.to);
    return { channel: 'sms', operation: 'send', to, take: () => this.#take(parts) };
  }

  clear() {
    this.#ledger.clear();
    this.#taken = [];
  }

  #take(parts) {
    return { status: 202, body: { value: parts.map((one) => this.#result(one)) } };
  }

  /** The service answers for each recipient: an id that comes again is not sent again, and may not change its message. */
  #result({ id, request }) {
    try {
      return this.#ledger.answerTo(id, request, () => new Rejected()) ??
        this.#ledger.keep(id, request, this.#sent(id, request));
    } catch (error) {
      if (!(error instanceof Rejected)) {
        throw error;
      }
      return { ...refused(request.to, 400, 'The repeatability request id belongs to another message.'),
        repeatabilityResult: 'rejected' };
    }
  }

  #sent(requestId, { from, to, message: content, options, isRepeatable }) {
    if (!E164.test(to)) {
      return refused(to, 400, 'Invalid To phone number format.');
    }
    const fault = this.#faults.take(['recipientFailed'], { channel: 'sms', operation: 'send', to: [to] });
    if (fault) {
      return refused(to, fault.httpStatusCode ?? 400, fault.errorMessage ?? 'The recipient cannot be reached.');
    }
    const at = new Date(this.#now());
    const id = `Outgoing_${at.toISOString().replace(/\D/g, '').slice(0, 14)}${randomUUID()}_noam`;
    this.#taken.push({ channel: 'sms', id, requestId, from, to: [to], text: content, options, at: at.toISOString() });
    const repeatability = isRepeatable ? { repeatabilityResult: 'accepted' } : {};
    return { to, messageId: id, httpStatusCode: 202, ...repeatability, successful: true };
  }
}

class Rejected extends Error {}

function part({ from, message: content, smsSendOptions }, { to, repeatabilityRequestId, repeatabilityFirstSent }) {
  return {
    id: (repeatabilityRequestId ?? randomUUID()).toLowerCase(),
    request: { from, to, message: content, options: smsSendOptions, firstSent: repeatabilityFirstSent,
      isRepeatable: repeatabilityRequestId !== undefined },
  };
}

const refused = (to, httpStatusCode, errorMessage) => ({ to, httpStatusCode, errorMessage, successful: false });

function firstSent(value, path) {
  text()(value, path);
  if (!isDate(value)) {
    throw invalid(`Not kept: ${path} is a date as in 'Tue, 26 Mar 2019 16:06:51 GMT'.`);
  }
}

module.exports = { Sms };
