import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appFiles } from '../../make-app/app.ts';
import { on, platforms } from '../operation/platform.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { scenes } from '../scene/scenes.ts';

interface Request {
  readonly file: string;
  readonly url: string;
  readonly text: string;
}

/** Every request in the generated app for Make, with what it holds. */
function requestsIn(file: string, part: unknown): readonly Request[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap((value) => requestsIn(file, value));
  const isButton = 'type' in part && part.type === 'button';
  const url = 'url' in part && typeof part.url === 'string' && !isButton ? part.url : undefined;
  return url === undefined ? inner : [{ file, url, text: JSON.stringify(part) }, ...inner];
}

const requests = [...appFiles()]
  .filter(([path]) => /communication\.iml\.json$|\.attach\.|\.detach\.|\.epoch\.|\/rpcs\//.test(path))
  .flatMap(([path, content]) => requestsIn(path, JSON.parse(String(content))));

/**
 * Where a request of the app goes; a path alone is one of the org's instance. That `temp.host` is a host of Salesforce is for
 * `test/make-app/connection.test.ts`.
 */
function placeOf(url: string): 'salesforce' | 'slack' | 'login' | 'elsewhere' {
  if (/^(\{\{\(?'|\{\{connection\.instanceUrl\}\})?\/services\//.test(url)) return 'salesforce';
  if (/^https:\/\/slack\.com\/api\//.test(url)) return 'slack';
  return url.startsWith('https://{{temp.host}}/services/oauth2/') ? 'login' : 'elsewhere';
}

describe('The app for Make', () => {
  it('calls the org, its login host and Slack, and nobody else', () => {
    expect(requests.length).toBeGreaterThan(100);
    const elsewhere = requests.filter(({ url }) => placeOf(url) === 'elsewhere');
    expect(elsewhere.map(({ file, url }) => `${file}: ${url.slice(0, 160)}`)).toEqual([]);
  });

  it('hands the token of one service to no request of the other', () => {
    const strays = requests.filter(
      ({ url, text }) =>
        (placeOf(url) !== 'salesforce' && text.includes('accessToken}}')) ||
        (placeOf(url) !== 'slack' && text.includes('slackBotToken')),
    );
    expect(strays).toEqual([]);
  });
});

describe.each(platforms)('A delivery on %s', (platform) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.close());

  it.each(scenes)('hands no token of one service to the other: the $name', async (scene) => {
    await scene.happens(world);
    world.salesforce.forget();
    world.slack.forget();
    await on(platform, world).act(scene.action, scene.inputs);
    const text = ({ calls }: Pick<World['slack'], 'calls'>) =>
      calls
        .map(({ path, query, headers, body }) => `${path}${query}${JSON.stringify([...headers])}${body}`)
        .join();
    const session = String(world.salesforce.calls[0]?.headers.get('authorization')).slice('Bearer '.length);
    expect(session.length).toBeGreaterThan(20);
    expect(text(world.slack)).not.toContain(session);
    expect(text(world.slack)).toContain(world.slack.token);
    expect(text(world.salesforce)).not.toContain(world.slack.token);
  });
});
