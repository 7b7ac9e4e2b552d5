import { expect, it } from '@jest/globals';
import { openReal } from './pushing.ts';

it('The real command line without a login is understood', async () => {
  const { push, server, close } = await openReal(undefined, '');
  try {
    const { code, err } = await push([]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /listing your integrations: File \S+\.zapierrc not found\. Please run `zapier-platform login`\.\nLog in: npx zapier-platform login/,
    );
    expect(server.calls).toEqual([]);
  } finally {
    await close();
  }
}, 60_000);
