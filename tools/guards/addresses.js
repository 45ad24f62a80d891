'use strict';

module.exports = [
  {
    name: 'ascii-digits',
    guards: 'a phone number is of ASCII digits',
    file: 'OtpFunctions.Core/Addresses/PhoneSpelling.cs',
    find: 'case >= \'0\' and <= \'9\' when count < MaxDigits:',
    replace: 'case var _ when char.IsDigit(character) && count < MaxDigits:',
    tests: ['Addresses/HostileInputTests', 'Addresses/PhoneNumberTests'],
  },
  {
    name: 'email-local-part',
    guards: 'the local part of an address is dot-atoms (RFC 5322)',
    file: 'OtpFunctions.Core/Addresses/EmailSyntax.cs',
    find: 'if (atom.IsEmpty || atom.ContainsAnyExcept(AtomCharacters))',
    replace: 'if (atom.IsEmpty)',
    tests: ['Addresses/EmailAddressTests'],
  },
  {
    name: 'email-domain',
    guards: 'the domain of an address is a host name with a dot, not a number',
    file: 'OtpFunctions.Core/Addresses/EmailSyntax.cs',
    find: 'return lastDot > 0 && char.IsAsciiLetter(domain[lastDot + 1]);',
    replace: 'return lastDot != 0;',
    tests: ['Addresses/EmailAddressTests'],
  },
  {
    name: 'email-length',
    guards: 'an address is at most 254 characters',
    file: 'OtpFunctions.Core/Addresses/EmailAddress.cs',
    find: 'if (at < 0 || trimmed.Length > EmailSyntax.MaxLength)',
    replace: 'if (at < 0)',
    tests: ['Addresses/EmailAddressTests'],
  },
  {
    name: 'country-codes',
    guards: 'a country code is an assigned one',
    file: 'OtpFunctions.Core/Addresses/PhoneNumber.cs',
    find: 'if (!CountryCodes.IsAssigned(code)\n            || ',
    replace: 'if (',
    tests: ['Addresses/PhoneNumberWithCountryCodeTests'],
  },
  {
    name: 'custom-code-alphabet',
    guards: "a code of a caller's own is of ASCII letters and digits",
    file: 'OtpFunctions/OnlyId/OnlyIdRequests.cs',
    find: ' && code.All(char.IsAsciiLetterOrDigit)',
    replace: '',
    tests: ['Http/OnlyId/GoldenTests'],
  },
];
