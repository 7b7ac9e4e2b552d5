import { describe, expect, it } from '@jest/globals';
import { instanceOrigin, loginOrigin } from '../../../shared/salesforce/login-host.ts';

describe('loginOrigin', () => {
  it.each([
    [{ host: 'login.salesforce.com' }, 'https://login.salesforce.com'],
    [{ host: 'test.salesforce.com', myDomain: ' ' }, 'https://test.salesforce.com'],
    [{ host: 'x', myDomain: 'acme.my.salesforce.com' }, 'https://acme.my.salesforce.com'],
    [
      { host: 'login.salesforce.com', myDomain: ' https://Acme--uat.sandbox.my.salesforce.com/ ' },
      'https://acme--uat.sandbox.my.salesforce.com',
    ],
  ])('sends %j to %s', (choice, origin) => {
    expect(loginOrigin(choice)).toBe(origin);
  });

  it.each([
    'evil.example',
    'my.salesforce.com.evil.example',
    'evil.example/.my.salesforce.com',
    'acme.my.salesforce.com@evil.example',
    'evilmy.salesforce.com',
    'http://acme.my.salesforce.com',
    'acme.my.salesforce.com:8443',
    'acme.my.salesforce.com/login',
    'acme.my.salesforce.com?x=1',
    'acme.lightning.force.com',
    'acme.my.salesforce.com#x',
    '127.0.0.1',
    'https://',
  ])('refuses the My Domain "%s"', (myDomain) => {
    expect(() => loginOrigin({ host: 'login.salesforce.com', myDomain })).toThrow(/^My Domain: /);
  });

  it('refuses a login host that is not in the list', () => {
    expect(() => loginOrigin({ host: 'toString' })).toThrow(
      'Salesforce login: "toString" is not a login host',
    );
  });

  it('signs in at a stand-in when there is one', () => {
    expect(loginOrigin({ host: 'login.salesforce.com' }, 'http://127.0.0.1:7/x')).toBe('http://127.0.0.1:7');
  });
});

describe('instanceOrigin', () => {
  it.each(['https://acme.my.salesforce.com', 'https://na1.salesforce.com/'])('accepts %s', (url) => {
    expect(instanceOrigin(url)).toBe(new URL(url).origin);
  });

  it.each([
    'http://acme.my.salesforce.com',
    'https://salesforce.com.evil.example',
    'acme.my.salesforce.com',
    '',
  ])('refuses "%s"', (url) => {
    expect(() => instanceOrigin(url)).toThrow(/^instance_url: /);
  });

  it('accepts this machine only while a stand-in is in use', () => {
    expect(() => instanceOrigin('http://127.0.0.1:7')).toThrow(/^instance_url: /);
    expect(instanceOrigin('http://127.0.0.1:7', 'http://127.0.0.1:7')).toBe('http://127.0.0.1:7');
  });
});
