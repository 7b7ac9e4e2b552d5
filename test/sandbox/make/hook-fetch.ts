import type { Scenario } from './open-scenario.ts';

/**
 * A `fetch` that reaches the webhook of a scenario, whatever the address. What it starts waits for `scenario.run()`,
 * unless the scenario answers its caller itself. Throws for a call that the webhook does not accept, because the
 * documents do not give that reply.
 */
export function hookFetch(
  scenario: Pick<Scenario, 'accept'>,
): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const reply = await scenario.accept(new Request(url, init));
    if (reply === undefined)
      throw new Error(`The webhook did not accept the call of ${new URL(url).pathname}.`);
    const { status, headers, body } = reply;
    return new Response(body === '' ? null : body, { status, headers });
  };
}
