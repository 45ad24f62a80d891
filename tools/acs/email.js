'use strict';
const { randomUUID } = require('node:crypto');
const { Ledger } = require('./ledger');
const { Refusal, invalid } = require('./refusal');
const { flag, list, object, text, texts } = require('./shape');

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_RECIPIENTS = 50;
const SUPPRESSED = {
  code: 'EmailDroppedAllRecipientsSuppressed',
  message: 'Message dropped because all recipients were suppressed',
};

const address = object({
  address: text({ max: 320, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, what: 'of the format of an email address' }),
  'displayName?': text(),
});

const addresses = list(address, { max: MAX_RECIPIENTS });

const message = object({
  'headers?': texts,
  senderAddress: text({ min: 1 }),
  content: object({ subject: text({ min: 1 }), 'plainText?': text(), 'html?': text() }),
  recipients: object({ 'to?': addresses, 'cc?': addresses, 'bcc?': addresses }),
  'attachments?': list(object({ name: text({ min: 1 }), contentType: text({ min: 1 }), contentInBase64: text(),
    'contentId?': text() })),
  'replyTo?': list(address),
  'userEngagementTrackingDisabled?': flag,
});

/** https://learn.microsoft.com/rest/api/communication/email/email */
class Email {
  static versions = ['2023-03-31', '2025-09-01'];

  #senders;
  #faults;
  #now;
  #ledger = new Ledger();
  #taken = new Map();

  constructor({ senders, faults, now }) {
    this.#senders = senders.map((sender) => sender.toLowerCase());
    this.#faults = faults;
    this.#now = now;
  }

  get messages() {
    return [...this.#taken.values()].map((one) => ({ ...one, attempts: this.#ledger.arrivals(one.id) }));
  }

  /** The call that a request to POST /emails:send is. */
  send({ headers }, body, location) {
    const id = headers['operation-id'];
    if (id !== undefined && !GUID.test(id)) {
      throw invalid('Not kept: Operation-Id is a GUID.');
    }
    message(body, '');
    this.#check(body);
    const call = { id: (id ?? randomUUID()).toLowerCase(), body, to: toOf(body) };
    this.#ledger.arrived(call.id);
    return { channel: 'email', operation: 'send', to: call.to, take: () => this.#take(call, location) };
  }

  /** The call that a request to GET /emails/operations/{id} is. */
  status(id) {
    const taken = this.#taken.get(id.toLowerCase());
    if (!taken) {
      throw new Refusal(404);
    }
    return { channel: 'email', operation: 'status', to: taken.to, take: () => this.#progress(taken) };
  }

  clear() {
    this.#ledger.clear();
    this.#taken.clear();
  }

  #check({ senderAddress, content, recipients: { to = [], cc = [], bcc = [] } }) {
    if (!content.plainText && !content.html) {
      throw invalid('Not kept: content has plainText or html.');
    }
    const count = to.length + cc.length + bcc.length;
    if (count === 0 || count > MAX_RECIPIENTS) {
      throw invalid(`Not kept: recipients has 1 to ${MAX_RECIPIENTS} addresses.`);
    }
    const domains = this.#senders.map(domainOf);
    if (!domains.includes(domainOf(senderAddress.toLowerCase()))) {
      throw new Refusal(404, { code: 'DomainNotLinked', message: 'The specified sender domain has not been linked.' });
    }
    if (!this.#senders.includes(senderAddress.toLowerCase())) {
      throw new Refusal(400, { code: 'InvalidSenderUserName', message: 'The specified sender username is not known.' });
    }
  }

  #take({ id, body, to }, location) {
    const known = this.#ledger.answerTo(id, body, () => new Refusal(409));
    if (known) {
      return known;
    }
    const fault = this.#faults.take(['operationFailed'], { channel: 'email', operation: 'send', to });
    const error = fault && { code: fault.code ?? SUPPRESSED.code, message: fault.message ?? SUPPRESSED.message };
    this.#taken.set(id, { ...shown(body), id, to, at: new Date(this.#now()).toISOString(), status: 'Running', error });
    return this.#ledger.keep(id, body, {
      status: 202,
      headers: { 'Operation-Location': location(`/emails/operations/${id}`) },
      body: { id, status: 'Running', error: null },
    });
  }

  #progress(taken) {
    if (!this.#faults.take(['running'], { channel: 'email', operation: 'status', to: taken.to })) {
      taken.status = taken.error ? 'Failed' : 'Succeeded';
    }
    const error = taken.status === 'Failed' ? taken.error : null;
    return { status: 200, body: { id: taken.id, status: taken.status, error } };
  }
}

const domainOf = (sender) => sender.slice(sender.indexOf('@') + 1);

const toOf = ({ recipients: { to = [], cc = [], bcc = [] } }) => [...to, ...cc, ...bcc].map((one) => one.address);

function shown({ senderAddress, content, recipients, replyTo, headers, attachments }) {
  const { subject, plainText, html } = content;
  const names = attachments?.map(({ name }) => name);
  return { channel: 'email', from: senderAddress, recipients, subject, text: plainText, html, replyTo, headers,
    attachments: names };
}

module.exports = { Email, GUID };
