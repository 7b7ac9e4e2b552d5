import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PortError, type Preview, startPreview } from './preview.ts';

describe('The server of the page', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await startPreview();
  });
  afterAll(() => preview.close());

  async function ask(path: string, options: RequestInit = {}) {
    const response = await fetch(new URL(path, preview.url), { redirect: 'manual', ...options });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  it('listens on this machine alone', () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('leads to the first signal', async () => {
    const { status, headers } = await ask('/');
    expect([status, headers.get('location')]).toEqual([302, '/deal-room']);
  });

  it('lets nothing be loaded from or sent to another place', async () => {
    const { headers, text } = await ask('/deal-room');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/(src|href|action)="(?!\/|#)/);
    expect(text).not.toMatch(/ style="| on\w+="/);
  });

  /** The answer to a request for a host that a browser would not let a page choose. */
  async function askFor(host: string): Promise<string> {
    const socket = connect(Number(new URL(preview.url).port), '127.0.0.1');
    socket.write(`GET /deal-room HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return answer;
  }

  it.each([
    'dealwire.example',
    '127.0.0.1:1',
    'localhost.dealwire.example',
  ])('refuses the host %s', async (host) => {
    const answer = await askFor(host);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).toContain('answers only to a browser on this machine');
  });

  it.each(['https://evil.example', 'null'])('refuses a form of the origin %s', async (origin) => {
    const { status } = await ask('/deal-room', { method: 'POST', headers: { origin } });
    expect(status).toBe(403);
  });

  it.each(['/no-such-signal', '/%2e%2e/x', '/deal-room/x'])('has no page at %s', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/\n\s+at /);
  });

  it('shows what cannot be run to a browser without JavaScript, in the form as it was sent', async () => {
    const sent = new URLSearchParams({ start: 'event', 'paste.event': '{"<b>": }' });
    const { status, text } = await ask('/deal-room', { method: 'POST', body: sent });
    expect(status).toBe(422);
    expect(text).toContain('Change event, line 1, column 9: a value is missing.');
    expect(text).toContain('{&quot;&lt;b&gt;&quot;: }</textarea>');
    expect(text).toMatch(/value="event" checked/);
  });

  it('goes on after a record that Salesforce does not take', async () => {
    const answer = await ask('/case-escalation', {
      method: 'POST',
      headers: { accept: 'application/x-ndjson' },
      body: new URLSearchParams({ start: 'form', 'record.SlaExitDate': 'soon' }),
    });
    const last = JSON.parse(answer.text.trim().split('\n').at(-1) ?? '');
    expect(last.html).toContain('Salesforce does not save the record: ');
    expect((await ask('/case-escalation')).status).toBe(200);
  });

  it('says so when its port is in use', async () => {
    const port = Number(new URL(preview.url).port);
    await expect(startPreview({ port })).rejects.toThrow(PortError);
    await expect(startPreview({ port })).rejects.toThrow(
      `Port ${port} is in use, perhaps by another preview. Choose another with --port`,
    );
  });
});
