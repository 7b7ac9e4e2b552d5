import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { readmeBlocks, slackFiles } from '../../../blueprints/generate.ts';
import { withBlock } from '../../../blueprints/readme-block.ts';
import { slackManifest } from '../../../blueprints/slack/manifest.ts';
import { requiredScopes } from '../../../shared/slack/scope.ts';
import schema from './manifest.schema.json' with { type: 'json' };

const folder = join(import.meta.dirname, '..', '..', '..', 'blueprints');
const check = new Ajv({ allErrors: true }).compile(schema);
const problemsOf = (manifest: unknown) =>
  check(manifest) ? [] : (check.errors ?? []).map(({ message }) => message);
const url = 'https://hook.eu1.make.com/abc';

describe('The manifest of the Slack app', () => {
  it.each([...slackFiles()])('is committed as %s as it is generated', (path, text) => {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
  });

  it.each([
    ['alone', {}],
    ['with the slash command', { slashCommandUrl: url }],
    ['with the message shortcut', { shortcutUrl: url }],
    [
      'with both, at addresses as long as Slack takes',
      {
        slashCommandUrl: url.padEnd(2998, 'x'),
        shortcutUrl: url.padEnd(2998, 'x'),
      },
    ],
  ])('%s is one that Slack takes', (_what, urls) => {
    expect(problemsOf(slackManifest(urls))).toEqual([]);
  });

  it.each([
    [{ display_information: { name: 'x'.repeat(36) } }],
    [{ display_information: { name: 'x', long_description: 'short' } }],
    [{ display_information: { name: 'x' }, features: { shortcuts: [{ name: 'x', type: 'other' }] } }],
    [{ display_information: { name: 'x' }, unknown: true }],
    [{ oauth_config: {} }],
  ])('is held against a schema that refuses %j', (manifest) => {
    expect(problemsOf(manifest)).not.toEqual([]);
  });

  it('makes optional what a connection can do without, and lists those scopes twice, as Slack wants', () => {
    const { scopes } = slackManifest().oauth_config;
    const bot: readonly string[] = scopes.bot;
    const optional: readonly string[] = scopes.bot_optional;
    expect(bot.filter((scope) => !optional.includes(scope)).sort()).toEqual(
      Object.keys(requiredScopes).sort(),
    );
    expect(optional.filter((scope) => !bot.includes(scope))).toEqual([]);
  });

  it('has the scope commands, an address and an answer to buttons only where somebody gets them', () => {
    const [alone, commanded, shortcut] = [
      slackManifest(),
      slackManifest({ slashCommandUrl: url }),
      slackManifest({ shortcutUrl: url }),
    ];
    expect(JSON.stringify(alone)).not.toMatch(/https:|commands|interactivity/);
    expect(commanded.oauth_config.scopes.bot).toContain('commands');
    expect(commanded.features).toMatchObject({ slash_commands: [{ command: '/deal', url }] });
    expect(commanded.settings).not.toHaveProperty('interactivity');
    expect(shortcut.features).toMatchObject({ shortcuts: [{ type: 'message', name: 'Log to Salesforce' }] });
    expect(shortcut.settings).toMatchObject({ interactivity: { is_enabled: true, request_url: url } });
    expect(shortcut.oauth_config.scopes.bot_optional).not.toContain('commands');
  });

  it('leaves token rotation off and direct messages on, which deliveries need', () => {
    const { settings, features } = slackManifest();
    expect(settings.token_rotation_enabled).toBe(false);
    expect(features.app_home.messages_tab_enabled).toBe(true);
  });
});

describe('The README', () => {
  it.each([...readmeBlocks()])('%s says what the generator works out', (path, [name, block]) => {
    const readme = readFileSync(join(folder, path), 'utf8');
    expect(withBlock(readme, name, block)).toBe(readme);
  });

  it('without the marks of a block is refused', () => {
    expect(() => withBlock('no marks', 'scopes', 'x')).toThrow('lacks the marks of scopes');
  });
});
