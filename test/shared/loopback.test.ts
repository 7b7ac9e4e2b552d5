import { describe, expect, it } from '@jest/globals';
import { isLoopbackUrl, standInUrl } from '../../shared/loopback.ts';

describe('isLoopbackUrl', () => {
  it.each(['http://127.0.0.1:8080', 'http://localhost/api/', 'http://[::1]:1'])('accepts %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each([
    'https://127.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://10.0.0.1',
    'file:///etc',
    '127.0.0.1',
    '',
  ])('refuses "%s"', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});

describe('standInUrl', () => {
  it('is undefined when the setting is absent or empty', () => {
    expect(standInUrl('X', undefined)).toBeUndefined();
    expect(standInUrl('X', '')).toBeUndefined();
  });

  it('returns an address of this machine and refuses any other by the name of the setting', () => {
    expect(standInUrl('X', 'http://127.0.0.1:1')).toBe('http://127.0.0.1:1');
    expect(() => standInUrl('X', 'http://slack.com')).toThrow(/^X: only/);
  });
});
