import { describe, expect, it } from '@jest/globals';
import { DEAL } from '../crash/deal.ts';
import type { platforms } from '../operation/platform.ts';
import { ACME } from '../sandbox/salesforce/sample-org/account.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { caseAlert } from '../scene/case-alert.ts';
import { LEAD } from '../scene/created-lead.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { leadAlert } from '../scene/lead-alert.ts';
import { projectCard } from '../scene/project-card.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { hostileTexts } from './hostile-text.ts';
import { printCount } from './print-count.ts';

printCount('SOQL, IML, mrkdwn and JSON, from the record to the message');

/** What a card links and mentions by itself: the record, people, groups, channels and dates. */
const OWN =
  /^<(https?:\/\/[^|<>]*(\|View in Salesforce)?|@U[A-Z0-9]+|!subteam\^S[A-Z0-9]+|#C[A-Z0-9]+|!date\^[^<>]*)>$/;

const scenes: readonly (readonly [Scene, (world: World, text: string) => void])[] = [
  [
    dealRoom,
    ({ salesforce }, text) => {
      salesforce.update('Account', ACME, { Name: text });
      salesforce.update('Opportunity', DEAL, { Name: text, Segment__c: text });
    },
  ],
  [
    caseAlert,
    ({ salesforce }, text) => {
      salesforce.update('Account', ACME, { Name: text });
      salesforce.update('Case', LOGIN_LOOP, { Subject: text });
    },
  ],
  [
    leadAlert,
    ({ salesforce }, text) => salesforce.update('Lead', LEAD, { LastName: text, Company: text, Title: text }),
  ],
  [projectCard, ({ salesforce }, text) => salesforce.update('Project__c', ROLLOUT, { Name: text })],
];

/** What a scene leaves when the record and every free input hold a text: the messages, and what was called for them. */
async function runWith(platform: (typeof platforms)[number], scene: Scene, text: string) {
  const world = await startWorld();
  try {
    await scene.happens(world);
    scenes.find(([each]) => each === scene)?.[1](world, text);
    world.salesforce.forget();
    world.slack.forget();
    const inputs = { ...scene.inputs, intro: text, headline: text, emoji: text, button_label: '' };
    const result = await runScene(platform, world, { ...scene, inputs });
    const messages = world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
    const plain = (value: unknown) =>
      JSON.stringify(value).replaceAll(world.salesforce.url, 'https://acme.my.salesforce.com');
    return {
      outcome: result.outcome,
      messages: messages.map(({ text, blocks }) => plain({ text, blocks })),
      calls: [...world.salesforce.calls, ...world.slack.calls].map(({ path }) => path).sort(),
      parts: world.salesforce.calls
        .map(({ body }) =>
          body
            .match(/"referenceId":"\w+"/g)
            ?.sort()
            .join(),
        )
        .sort(),
    };
  } finally {
    await world.close();
  }
}

const plainRuns = new Map<string, Awaited<ReturnType<typeof runWith>>>();

describe.each(scenes.map(([scene]) => [scene.name, scene] as const))('The %s', (_, scene) => {
  it.each(
    Object.entries(hostileTexts),
  )('shows %s as it is, alike on both platforms, and calls nothing else', async (_name, text) => {
    const key = scene.name;
    const plain = plainRuns.get(key) ?? (await runWith('zapier', scene, 'Plain'));
    plainRuns.set(key, plain);
    const [zapier, make] = [await runWith('zapier', scene, text), await runWith('make', scene, text)];
    expect(zapier.outcome).toBe('delivered');
    expect(make.messages).toEqual(zapier.messages);
    for (const run of [zapier, make]) expect(run.parts).toEqual(plain.parts);
    expect(zapier.calls).toEqual(plain.calls);
    expect(zapier.messages).toHaveLength(plain.messages.length);
    const markup = zapier.messages.flatMap(markupIn);
    expect(markup.length).toBeGreaterThan(0);
    expect(markup.filter((each) => !OWN.test(each))).toEqual([]);
    expect(zapier.messages.join()).toContain(JSON.stringify(escaped(text).slice(0, 12)).slice(1, -1));
  });
});

/** What Slack reads as markup: in the text and in mrkdwn, not in plain text. */
function markupIn(message: string): readonly string[] {
  const found: string[] = [];
  const look = (part: unknown): void => {
    if (typeof part === 'string') found.push(...(part.match(/<[^>]*>/g) ?? []));
    if (typeof part !== 'object' || part === null || ('type' in part && part.type === 'plain_text')) return;
    for (const inner of Object.values(part)) look(inner);
  };
  look(JSON.parse(message));
  return found;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
