'use strict';

/**
 * The guards of the product: `{ name, guards, file, find, replace, also?, tests }`. `find` stands once in `file`; with
 * `replace` in its place (and each of `also` likewise) one of `tests` must fail: a class of OtpFunctions.Tests as
 * `Folder/Class`, some of its tests as `Folder/Class.Beginning_of_their_names`, or a file of tests for Node.
 */
module.exports = ['codes', 'limits', 'storage', 'users', 'secrecy', 'silence', 'captcha', 'http', 'callers', 'addresses', 'webhook']
  .flatMap((area) => require(`./${area}`).map((guard) => ({ area, ...guard })));
