'use strict';
const { randomBytes } = require('node:crypto');
const { request } = require('../../dev/http');
const { Problem } = require('../../dev/messages');
const { ask, createClient } = require('../service');

/** Who calls the four APIs of one service: each method is one call, whose answer has to be the right one. */
class Callers {
  // Of all callers: no two of them send to one number.
  static #number = 0;
  #environment;

  constructor(url, environment, known) {
    this.url = url;
    this.#environment = environment;
    this.known = known;
  }

  /** An application, a caller and a user, made once for all instances of the service. */
  static async prepare(url, environment) {
    const user = `u${randomBytes(6).toString('hex')}`;
    const [client, caller] = [
      await createClient(url, environment),
      await ask(url, environment, 'POST', 'callers',
        { name: 'bench', permissions: ['send_and_get_verification_code'] }),
    ];
    await ask(url, environment, 'POST', 'users', { userName: user, email: `${user}@example.com` });
    return { client, token: caller.token, user };
  }

  /** Another user for each send: a second code within a cool-down would be refused, or be the first one again. */
  newUser = () => this.#newUser((user) => ({ email: `${user}@example.com` }));

  /** One who has no address yet. */
  newUserWithout = () => this.#newUser(() => ({}));

  async #newUser(addresses) {
    const user = `u${randomBytes(6).toString('hex')}`;
    await ask(this.url, this.#environment, 'POST', 'users', { userName: user, ...addresses(user) });
    return user;
  }

  /** With an e-mail address too, which a code goes to unless the phone is asked for. */
  async newUserWithPhone() {
    const [user, phone] = [`u${randomBytes(6).toString('hex')}`, this.mobile()];
    await ask(this.url, this.#environment, 'POST', 'users',
      { userName: user, email: `${user}@example.com`, telephone: phone });
    return { user, phone };
  }

  /** All of one prefix, and so of one budget. */
  mobile(prefix = '1361234') {
    Callers.#number += 1;
    return `${prefix}${String(Callers.#number).padStart(4, '0')}`;
  }

  /** Of a prefix that nobody has sent to. */
  mobileOfNewRange = () => this.mobile(`139${String(Callers.#number).padStart(4, '0')}`);

  email = () => `${randomBytes(8).toString('hex')}@example.com`;

  async onlyIdSend(recipient) {
    const { clientId, clientSecret } = this.known.client;
    const { code } = await this.#post('open/send-otp', { recipient, clientId, clientSecret }, ({ code }) => code);
    return { recipient, code };
  }

  onlyIdVerify({ recipient, code }) {
    const { clientId, clientSecret } = this.known.client;
    return this.#post('open/verify-otp', { recipient, clientId, clientSecret, code },
      ({ result }) => result === 'success');
  }

  async starlightSend(user, wish = {}) {
    const { spec } = await this.#starlight('get_internal_verification_code', { user_name: user, ...wish });
    return { user, code: spec.verification_code };
  }

  starlightCheck = ({ user, code }) =>
    this.#starlight('check_verification_code', { user_name: user, verification_code: code });

  starlightWrong = (user) =>
    this.#starlight('check_verification_code', { user_name: user, verification_code: 'wrong' }, 10475);

  #starlight(call, body, expected = 200) {
    return this.#post(`user/user_verify/${call}`, body, ({ code }) => code === expected, { 'bihu-token': this.known.token });
  }

  fresnsSend(account, use = { useType: 5, templateId: 7 }, headers = {}) {
    return this.#post('v2/common/send-verify-code',
      { type: 'email', ...use, account }, ({ code }) => code === 0, headers).then(() => account);
  }

  /** The headers of a user who is signed in; with a uid, those of whoever acts within the account too. */
  async signedIn(user, uid) {
    const { aid, aidToken, uidToken } = await ask(this.url, this.#environment, 'POST', `users/${user}/sessions`, { uid });
    const headers = { 'X-Fresns-Aid': aid, 'X-Fresns-Aid-Token': aidToken };
    return uid === undefined ? headers : { ...headers, 'X-Fresns-Uid': uid, 'X-Fresns-Uid-Token': uidToken };
  }

  /** The code is nowhere but in the message, which the service keeps in its outbox. */
  async fresnsCodeOf(account) {
    const { json } = await request('GET', `${this.url}/api/dev/outbox?to=${encodeURIComponent(account)}`);
    return { account, verifyCode: json.list.at(-1).code };
  }

  fresnsCheck = (sent) =>
    this.#post('v2/common/check-verify-code', { type: 'email', templateId: 7, ...sent }, ({ code }) => code === 0);

  async captcha(type, subtype, data) {
    const answer = await this.#post('captcha', { id: 1, status: 0, type, subtype, data }, ({ status }) => status === 0);
    return answer.data;
  }

  async #post(path, body, isRight, headers) {
    const { status, json, text } = await request('POST', `${this.url}/api/${path}`, { headers, body });
    if (status !== 200 || !isRight(json)) {
      throw new Problem(`POST /api/${path} was answered with ${status}: ${text}`);
    }
    return json;
  }
}

module.exports = { Callers };
