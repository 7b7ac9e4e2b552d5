import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PortError, type Preview, startPreview } from './preview.ts';

describe('The server of the page', () => {
  let preview: Preview;
  beforeAll(async () => {
    preview = await startPreview();
  });
  afterAll(() => preview.close());

  /** A request whose headers are not a browser's to choose. */
  function ask(path: string, options: http.RequestOptions = {}, body = '') {
    return new Promise<{
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly text: string;
    }>((resolve, reject) => {
      const request = http.request(new URL(path, preview.url), options, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  it('listens on this machine alone', () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('leads to the first signal', async () => {
    const { status, headers } = await ask('/');
    expect([status, headers.location]).toEqual([302, '/deal-room']);
  });

  it('lets nothing be loaded from or sent to another place', async () => {
    const { headers, text } = await ask('/deal-room');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(text).not.toMatch(/(src|href|action)="(?!\/|#)/);
    expect(text).not.toMatch(/ style="| on\w+="/);
  });

  it.each([
    ['another host', { headers: { host: 'dealwire.example' } }],
    ['the host of another port', { headers: { host: '127.0.0.1:1' } }],
    ['a form of another site', { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['a form of a page without origin', { method: 'POST', headers: { origin: 'null' } }],
  ])('refuses %s', async (_, options) => {
    const { status, text } = await ask('/deal-room', options);
    expect(status).toBe(403);
    expect(text).toContain('answers only to a browser on this machine');
  });

  it.each([
    '/no-such-signal',
    '/../package.json',
    '/%2e%2e/x',
    '/deal-room/x',
  ])('has no page at %s', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(404);
    expect(text).not.toMatch(/\n\s+at /);
  });

  it('shows what cannot be run to a browser without JavaScript, in the form as it was sent', async () => {
    const sent = new URLSearchParams({ start: 'event', 'paste.event': '{"<b>": }' });
    const { status, text } = await ask('/deal-room', { method: 'POST' }, sent.toString());
    expect(status).toBe(422);
    expect(text).toContain('Line 1, column 9: a value is missing.');
    expect(text).toContain('{&quot;&lt;b&gt;&quot;: }</textarea>');
    expect(text).toMatch(/value="event" checked/);
  });

  it('says so when its port is in use', async () => {
    const port = Number(new URL(preview.url).port);
    await expect(startPreview({ port })).rejects.toThrow(PortError);
    await expect(startPreview({ port })).rejects.toThrow(
      `Port ${port} is in use, perhaps by another preview. Choose another with --port`,
    );
  });
});
