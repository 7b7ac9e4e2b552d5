import { jest } from '@jest/globals';

process.env.DEALWIRE_FUZZ ??= '5000';
jest.setTimeout(600_000);

await import('./fuzz.test.ts');
