import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { demos } from '../signal/demos.ts';
import { launchBrowser } from './browser.ts';
import { type Preview, startPreview } from './preview.ts';

const browser = await launchBrowser();
const withBrowser = 'reason' in browser ? describe.skip : describe;
const name = `In a browser${'reason' in browser ? ` (skipped: ${browser.reason})` : ''}`;
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

withBrowser(name, () => {
  let preview: Preview;
  /** What the pages said on their consoles, and what they failed at. */
  const complaints: string[] = [];

  beforeAll(async () => {
    preview = await startPreview();
  });
  afterAll(async () => {
    await preview.close();
    await (browser as Browser).close();
  });

  async function open(signal: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await (browser as Browser).newContext({
      viewport: { width: 1360, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${signal}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${signal}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(preview.url)) complaints.push(`${signal} asked for ${request.url()}`);
    });
    await page.goto(`${preview.url}${signal}`);
    return page;
  }

  /** Presses the button and waits until everything is over. */
  async function run(page: Page): Promise<string | null> {
    await page.click('#run');
    await page.waitForSelector('#run[aria-disabled=false]');
    return page.textContent('#status');
  }

  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
    );
  }

  it.each(
    demos,
  )('$signal runs from the page on both platforms without a complaint of the console or of axe', async ({
    signal,
    phases,
  }) => {
    const page = await open(signal);
    expect(await run(page)).toMatch(
      /^Zapier: delivered \(\d+ tasks?\)\. Make: delivered \(\d+ operations?\)\.$/,
    );
    const verdicts = await page.locator('.verdict').allTextContents();
    const isAskedInSlack = phases.some((phase) => 'asks' in phase);
    expect(verdicts).toEqual(
      isAskedInSlack ? ['On Zapier', 'On Make'] : ['Zapier and Make made the same, byte for byte.'],
    );
    expect(await page.locator('.slack-window').count()).toBeGreaterThan(0);
    expect(await page.locator('.block.not-drawn').count()).toBe(0);
    expect(await page.locator('.step.failed').count()).toBe(0);
    expect(await page.locator('.zapier .calls li').count()).toBeGreaterThan(0);
    expect(await page.locator('.make .calls li').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  it('What people change about the record and the settings is what Slack shows', async () => {
    const page = await open('deal-room');
    await page.fill('[name="record.Name"]', '<!channel> & Sons');
    await page.fill('[name="record.Amount"]', '1,250,000');
    await page.selectOption('[name="record.SE__c"]', { label: 'Priya Nair' });
    await page.fill('[name="setting.open_deal_room.channel_pattern"]', 'won-{name}');
    await page.check('[name="setting.open_deal_room.extra_fields"][value^="NextStep"]');
    await run(page);
    expect(await page.textContent('.slack-head h3')).toContain('won-channel-sons');
    expect(await page.textContent('.block.header')).toBe('<!channel> & Sons');
    expect(await page.textContent('.messages')).toContain('USD 1,250,000');
    expect(await page.textContent('.messages')).toContain('Countersign');
    expect(await page.textContent('.messages')).toContain('Could not add priya@acme.example');
    expect(await page.locator('.mention.broadcast').count()).toBe(0);
    await page.context().close();
  });

  it('A stage that does not count delivers nothing, and the page says so', async () => {
    const page = await open('deal-room');
    await page.selectOption('[name="record.StageName"]', 'Closed Lost');
    expect(await run(page)).toBe(
      'Zapier: nothing to deliver (0 tasks). Make: nothing to deliver (0 operations).',
    );
    expect(await page.textContent('#slack-result')).toBe('Slack shows nothing new.');
    expect(await page.textContent('#zapier-steps .reason')).toBe('The trigger saw nothing new.');
    await page.context().close();
  });

  it('A change event and a record can be pasted, and a blueprint be edited', async () => {
    const page = await open('deal-room');
    await page.check('[name=start][value=event]', { force: true });
    expect(await run(page)).toContain('Make: delivered');
    await page.check('[name=start][value=record]', { force: true });
    await page.fill(
      '[name="paste.record"]',
      '{"attributes": {"type": "Opportunity"}, "StageName": "Closed Won", "Amount": 12}',
    );
    await run(page);
    expect(await page.textContent('.messages')).toContain('USD 12');
    await page.check('[name=start][value=blueprint]', { force: true });
    const field = page.locator('textarea[id*="scenario"]');
    await field.fill((await field.inputValue()).replaceAll('openDealRoom', 'openDealRoof'));
    expect(await run(page)).toBe('Zapier: delivered (1 task). Make: failed.');
    expect(await page.textContent('#make-steps .reason')).toContain('openDealRoof');
    await page.context().close();
  });

  it.each([
    [
      'JSON with a mistake',
      'event',
      '{\n  "a": 1\n  "b": 2\n}',
      'Change event, line 3, column 3: a comma is missing.',
    ],
    ['nothing', 'event', '', 'Change event, line 1, column 1: nothing is pasted here.'],
    ['something else', 'event', '{"a": 1}', 'Change event: it has no ChangeEventHeader.'],
    ['an unknown field', 'record', '{"Amuont": 1}', 'Opportunity has no field Amuont.'],
    ['a record of another object', 'record', '{"attributes": {"type": "Case"}}', 'It is a record of Case.'],
  ])('Pasting %s leads back to the field, with what is wrong and no stack trace', async (_, start, text, message) => {
    const page = await open('deal-room');
    await page.check(`[name=start][value=${start}]`, { force: true });
    await page.fill(`[name="paste.${start}"]`, text);
    expect(await run(page)).toBe('Not run.');
    const problem = (await page.textContent('#problem')) ?? '';
    expect(problem).toContain(message);
    expect(problem).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await page.evaluate('document.activeElement.name')).toBe(`paste.${start}`);
    expect(await page.getAttribute(`[name="paste.${start}"]`, 'aria-invalid')).toBe('true');
    await page.context().close();
  });

  it('A setting that cannot be used opens its group and has the focus', async () => {
    const page = await open('case-escalation');
    const field = page.locator('[name="setting.case_escalated.quiet_from"]');
    await page.evaluate(`document.getElementsByName('setting.case_escalated.quiet_from')[0].value = '25:00'`);
    await run(page);
    expect(await page.textContent('#problem')).toContain('Quiet From: it is not a time such as 09:00.');
    expect(await field.isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.name')).toBe('setting.case_escalated.quiet_from');
    expect(await violations(page)).toEqual([]);
    await field.fill('');
    for (const box of await page.locator('[name="setting.send_case_alert.extra_fields"]').all())
      await box.check();
    await run(page);
    expect(await page.textContent('#problem')).toMatch(/Extra Fields: it holds \d+ items, more than 8/);
    expect(await page.evaluate('document.activeElement.name')).toBe('setting.send_case_alert.extra_fields');
    await page.context().close();
  });

  it('Two platforms that watch one org make one room', async () => {
    const page = await open('deal-room');
    await page.selectOption('#trouble', 'together');
    expect(await run(page)).toBe('Zapier: delivered (1 task). Make: already delivered (2 operations).');
    expect(await page.locator('.slack-window').count()).toBe(1);
    expect(await page.locator('.message').count()).toBe(1);
    expect(await page.textContent('.verdict')).toContain('Both platforms watched one org');
    expect(await page.locator('.make .calls .slack').count()).toBe(0);
    await page.context().close();
  });

  it('With a revoked token both platforms fail, and each says what to do', async () => {
    const page = await open('new-lead');
    await page.selectOption('#trouble', 'token');
    expect(await run(page)).toBe('Zapier: failed (0 tasks). Make: failed (2 operations).');
    for (const platform of ['zapier', 'make']) {
      const reason = await page.textContent(`#${platform}-steps .reason`);
      expect(reason).toContain('token_revoked');
      expect(reason).toContain('Reconnect');
      expect(reason).not.toMatch(/\bat .*:\d+:\d+/);
    }
    await page.context().close();
  });

  it('An event of several megabytes is refused with its size', async () => {
    const page = await open('deal-room');
    await page.check('[name=start][value=event]', { force: true });
    await page.evaluate(
      `document.getElementsByName('paste.event')[0].value = JSON.stringify({ a: 'x'.repeat(3000000) })`,
    );
    await run(page);
    expect(await page.textContent('#problem')).toMatch(/has 3\.\d MB, more than this page takes/);
    await page.context().close();
  });

  it('Everything works by keyboard: choose a signal, change a field, run, read the steps', async () => {
    const page = await open('deal-room');
    const press = async (key: string, times = 1) => {
      for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
    };
    const focused = () =>
      page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');
    await press('Tab');
    expect(await focused()).toBe('Skip to the result');
    await press('Tab', 2 + demos.findIndex(({ signal }) => signal === 'new-lead'));
    expect(await focused()).toBe('New lead');
    await press('Enter');
    await page.waitForURL('**/new-lead');
    await page.focus('[name="record.Company"]');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Globex');
    await press('Enter');
    await page.waitForSelector('#run[aria-disabled=false]');
    expect(await page.textContent('.messages')).toContain('Globex');
    await page.focus('#run');
    await press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Steps on Zapier');
    await page.context().close();
  });

  it('In the dark everything has contrast, and the page keeps the look that is chosen on it', async () => {
    const page = await open('case-escalation', { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await run(page);
    expect(await ground()).toBe('rgb(19, 18, 23)');
    expect(await violations(page)).toEqual([]);
    await page.check('[name=look][value=light]', { force: true });
    expect(await ground()).toBe('rgb(246, 244, 240)');
    await page.reload();
    expect(await ground()).toBe('rgb(246, 244, 240)');
    await page.context().close();
  });

  it('On a phone nothing is wider than the screen, and the result comes into view', async () => {
    const page = await open('renewal-risk', { viewport: { width: 360, height: 740 } });
    await run(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const { y } = (await page.locator('#results').boundingBox()) ?? { y: Number.NaN };
    expect(y).toBeLessThan(600);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('Nothing moves while the page loads and while a run goes on', async () => {
    const page = await open('deal-room');
    await page.evaluate(
      'window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });',
    );
    await run(page);
    expect(Number(await page.evaluate('window.shift'))).toBeLessThan(0.02);
    await page.context().close();
  });

  it('Without JavaScript the page says so, and runs a signal all the same', async () => {
    const page = await open('new-lead', { javaScriptEnabled: false });
    expect(await page.textContent('.notice')).toContain('runs no JavaScript');
    await page.fill('[name="record.LastName"]', "O'Brien");
    await page.click('#run');
    expect(await page.textContent('#status')).toMatch(/^Zapier: delivered/);
    expect(await page.textContent('.messages')).toContain("Ada O'Brien");
    expect(await page.inputValue('[name="record.LastName"]')).toBe("O'Brien");
    await page.context().close();
  });

  it('A preview that was stopped is named, with how to start it again', async () => {
    const stopped = await startPreview();
    const page = await open('deal-room');
    await page.goto(`${stopped.url}new-lead`);
    await stopped.close();
    await run(page);
    expect(await page.textContent('#problem')).toContain('start it again with npm start');
    await page.context().close();
  });
});
