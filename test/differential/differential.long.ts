import { jest } from '@jest/globals';

process.env.DEALWIRE_CASES ??= '5000';
jest.setTimeout(600_000);

await import('./deal-room.test.ts');
await import('./iml.test.ts');
await import('./platform-filter.test.ts');
await import('./soql.test.ts');
