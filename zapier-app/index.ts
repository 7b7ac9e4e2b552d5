import zapier, { defineApp } from 'zapier-platform-core';
import { authentication } from './authentication.ts';
import openDealRoom from './creates/open-deal-room.ts';
import packageJson from './package.json' with { type: 'json' };
import findSlackUser from './searches/find-slack-user.ts';
import getDealFacts from './searches/get-deal-facts.ts';
import dropdowns from './triggers/dropdowns.ts';
import opportunityEnteredStage from './triggers/opportunity-entered-stage.ts';

export default defineApp({
  version: packageJson.version,
  platformVersion: zapier.version,
  authentication,
  flags: { cleanInputData: true },
  triggers: { [opportunityEnteredStage.key]: opportunityEnteredStage, ...dropdowns },
  creates: { [openDealRoom.key]: openDealRoom },
  searches: { [findSlackUser.key]: findSlackUser, [getDealFacts.key]: getDealFacts },
});
