'use strict';
const { createHash } = require('node:crypto');

const hashOf = (code, rand) => createHash('md5').update(code + rand).digest('hex');

/**
 * The calls that are counted: `prepare` makes what the call needs and is not counted, `run` is the call. `isPair` is what
 * the goal of a send and a verify is about. `remembers`: an instance knows something from the calls it has served, such as
 * its share of the day's budget, so that its first one asks for more.
 */
const CALLS = {
  'OnlyID send, e-mail': {
    isPair: true, remembers: true, prepare: (by) => by.email(), run: (by, to) => by.onlyIdSend(to),
  },
  'OnlyID send, SMS': {
    isPair: true, remembers: true, prepare: (by) => by.mobile(), run: (by, to) => by.onlyIdSend(to),
  },
  'OnlyID verify': {
    isPair: true, prepare: (by) => by.onlyIdSend(by.email()), run: (by, sent) => by.onlyIdVerify(sent),
  },
  'Starlight send': { remembers: true, prepare: (by) => by.newUser(), run: (by, user) => by.starlightSend(user) },
  'Starlight send, by address': {
    prepare: async (by) => `${await by.newUser()}@example.com`, run: (by, user) => by.starlightSend(user),
  },
  'Starlight send, by the other address': {
    prepare: async (by) => (await by.newUserWithPhone()).phone, run: (by, phone) => by.starlightSend(phone),
  },
  'Starlight check': {
    remembers: true,
    prepare: async (by) => by.starlightSend(await by.newUser()), run: (by, sent) => by.starlightCheck(sent),
  },
  'Starlight check, by address': {
    prepare: async (by) => by.starlightSend(`${await by.newUser()}@example.com`),
    run: (by, sent) => by.starlightCheck(sent),
  },
  'Starlight check, of two addresses': {
    prepare: async (by) => by.starlightSend((await by.newUserWithPhone()).user, { by_telephone: true }),
    run: (by, sent) => by.starlightCheck(sent),
  },
  'Fresns send': { remembers: true, prepare: (by) => by.email(), run: (by, to) => by.fresnsSend(to) },
  'Fresns send, to a new account (use type 1)': {
    prepare: (by) => by.email(), run: (by, to) => by.fresnsSend(to, { useType: 1, templateId: 2 }),
  },
  'Fresns send, to an account (use type 2)': {
    prepare: async (by) => `${await by.newUser()}@example.com`,
    run: (by, account) => by.fresnsSend(account, { useType: 2, templateId: 7 }),
  },
  'Fresns send, of a further address (use type 3)': {
    prepare: async (by) => [by.email(), await by.signedIn(await by.newUserWithout())],
    run: (by, [to, headers]) => by.fresnsSend(to, { useType: 3, templateId: 4 }, headers),
  },
  'Fresns send, signed in (use type 4)': {
    prepare: async (by) => by.signedIn(await by.newUser()),
    run: (by, headers) => by.fresnsSend('-', { useType: 4, templateId: 3 }, headers),
  },
  'Fresns send, signed in with a uid (use type 4)': {
    prepare: async (by) => by.signedIn(await by.newUser(), '10001'),
    run: (by, headers) => by.fresnsSend('-', { useType: 4, templateId: 3 }, headers),
  },
  'Fresns check': {
    prepare: async (by) => by.fresnsCodeOf(await by.fresnsSend(by.email())), run: (by, sent) => by.fresnsCheck(sent),
  },
  'Captcha picture': { prepare: () => undefined, run: (by) => by.captcha('img', 'generate', {}) },
  'Captcha picture, answered': {
    prepare: (by) => by.captcha('img', 'generate', {}),
    run: (by, { code, rand }) => by.captcha('img', 'validate', { code, rand }),
  },
  'Captcha picture, answered by hash alone': {
    prepare: (by) => by.captcha('img', 'generate', {}),
    run: (by, { code, rand }) => by.captcha('img', 'validate', { hash: hashOf(code.toLowerCase(), rand) }),
  },
  'Captcha SMS': {
    remembers: true, prepare: (by) => by.mobile(), run: (by, phone) => by.captcha('sms', 'generate', { phone }),
  },
  'Captcha SMS, answered': {
    prepare: (by) => by.captcha('sms', 'generate', { phone: by.mobile() }),
    run: (by, { title, rand }) => by.captcha('sms', 'validate', { code: title, rand }),
  },
  'Captcha SMS, answered by hash alone': {
    remembers: true,
    prepare: (by) => by.captcha('sms', 'generate', { phone: by.mobile() }),
    run: (by, { title, rand }) => by.captcha('sms', 'validate', { hash: hashOf(title, rand) }),
  },
};

/** What costs more, and is not what a goal is about: docs/performance.md says why. */
const SELDOM = {
  'Starlight check, wrong, of two addresses': {
    prepare: async (by) => (await by.starlightSend((await by.newUserWithPhone()).user)).user,
    run: (by, user) => by.starlightWrong(user),
  },
  'OnlyID send, SMS to a new range of numbers': {
    prepare: (by) => by.mobileOfNewRange(), run: (by, to) => by.onlyIdSend(to),
  },
  'Captcha SMS, to a new range of numbers': {
    prepare: (by) => by.mobileOfNewRange(), run: (by, phone) => by.captcha('sms', 'generate', { phone }),
  },
};

module.exports = { CALLS, SELDOM };
