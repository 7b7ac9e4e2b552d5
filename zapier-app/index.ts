import zapier, { defineApp } from 'zapier-platform-core';
import { authentication } from './authentication.ts';
import packageJson from './package.json' with { type: 'json' };

export default defineApp({
  version: packageJson.version,
  platformVersion: zapier.version,
  authentication,
  flags: { cleanInputData: true },
  triggers: {},
  creates: {},
  searches: {},
});
