import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Demo } from '../signal/demo.ts';
import { demos } from '../signal/demos.ts';
import { runSignal } from '../signal/run-signal.ts';
import { shareWorld } from '../signal/share-world.ts';
import { platforms } from '../signal/switch-on.ts';
import { startWorld } from '../world.ts';
import { type Asset, loadAssets } from './assets.ts';
import { FormProblem } from './form/form-problem.ts';
import { readForm } from './form/read-form.ts';
import { type SignalForm, signalForm } from './form/signal-form.ts';
import { isOurs, readBody, SECURITY_HEADERS } from './guard.ts';
import { page, plainPage } from './page/page.ts';
import { finalPatches, type Patch, patchesBetween, problemPatch } from './run/patch.ts';
import { idle, type PlatformRun } from './run/platform-run.ts';
import { runPlatform, type Stopwatch } from './run/run-platform.ts';

/** The preview page while it is served. */
export interface Preview {
  readonly url: string;
  /** Runs a signal that nobody sees, so that the first one that somebody runs is as fast as the second. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

export interface PreviewOptions {
  /** A free one unless told. */
  readonly port?: number;
  readonly signals?: readonly Demo[];
  readonly stopwatch?: Stopwatch;
}

/** The port is taken, or may not be used. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** Serves the preview page on this machine alone. Throws PortError. */
export async function startPreview({
  port = 0,
  signals = demos,
  stopwatch = () => performance.now(),
}: PreviewOptions = {}): Promise<Preview> {
  const site = await openSite(signals, stopwatch);
  const server = http.createServer((request, response) => {
    answer(site, request, response, addressOf(server).port).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, plainPage('Something broke', wordsOf(error)));
      else response.end();
    });
  });
  try {
    await listen(server, port);
  } catch (error) {
    await site.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${addressOf(server).port}/`,
    warmUp: () => site.inTurn(() => warmUp(signals)),
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await site.close();
    },
  };
}

async function warmUp([first]: readonly Demo[]): Promise<void> {
  if (first !== undefined) for (const platform of platforms) await runSignal(first, platform);
}

function addressOf(server: http.Server): AddressInfo {
  return server.address() as AddressInfo;
}

function listen(server: http.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use, perhaps by another preview.`
          : `Port ${port} cannot be used (${error.code ?? error.message}).`;
      reject(new PortError(`${reason} Choose another with --port, or leave --port out for a free one.`));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** What every request needs. */
interface Site {
  readonly signals: readonly string[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly stopwatch: Stopwatch;
  formOf(signal: string): Promise<SignalForm> | undefined;
  /** Runs one thing after the other: a run may set what a process has but once. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

async function openSite(signals: readonly Demo[], stopwatch: Stopwatch): Promise<Site> {
  const [world, assets] = await Promise.all([startWorld(), loadAssets()]);
  const forms = new Map<string, Promise<SignalForm>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    signals: signals.map(({ signal }) => signal),
    assets,
    stopwatch,
    formOf: (signal) => {
      const demo = signals.find((known) => known.signal === signal);
      if (demo === undefined) return undefined;
      const form = forms.get(signal) ?? signalForm(demo, world);
      forms.set(signal, form);
      return form;
    },
    inTurn: (act) => {
      const next = last.then(act);
      last = next.catch(() => undefined);
      return next;
    },
    close: async () => {
      await last;
      await world.close();
    },
  };
}

async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  if (!isOurs(request.headers, port))
    return send(
      response,
      403,
      plainPage(
        'Not from here',
        'This page answers only to a browser on this machine, at the address that was printed.',
      ),
    );
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const asset = site.assets.get(path);
  if (asset !== undefined) return send(response, 200, asset.body, asset.type);
  if (path === '/') {
    response.writeHead(302, { ...SECURITY_HEADERS, location: `/${site.signals[0] ?? ''}` });
    return void response.end();
  }
  const form = await site.formOf(path.slice(1));
  if (form === undefined)
    return send(response, 404, plainPage('No such signal', `There is no signal at ${path}.`));
  if (request.method !== 'POST')
    return send(response, 200, page(form, site.signals, platforms.map(idle), {}));
  return request.headers.accept === 'application/x-ndjson'
    ? stream(site, form, request, response)
    : runToPage(site, form, request, response);
}

/** For a browser without JavaScript: the page anew, once everything is over. */
async function runToPage(
  site: Site,
  form: SignalForm,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let given = new URLSearchParams();
  try {
    given = await readBody(request);
    const runs = await site.inTurn(() => run(site, form, given, () => {}));
    send(response, 200, page(form, site.signals, runs, { given }));
  } catch (error) {
    if (!(error instanceof FormProblem)) throw error;
    send(response, 422, page(form, site.signals, platforms.map(idle), { given, problem: error }));
  }
}

/** For the page's script: a line of JSON for each part of the page that changes. */
async function stream(
  site: Site,
  form: SignalForm,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.on('error', () => {});
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' });
  const write = (patches: readonly Patch[]) => {
    for (const patch of patches) response.write(`${JSON.stringify(patch)}\n`);
  };
  try {
    const given = await readBody(request);
    const runs = await site.inTurn(() =>
      run(site, form, given, (before, after) => write(patchesBetween(before, after))),
    );
    write(finalPatches(runs));
  } catch (error) {
    write([problemPatch(error instanceof FormProblem ? error : new FormProblem('', wordsOf(error), ''))]);
  }
  response.end();
}

async function run(
  { stopwatch }: Site,
  form: SignalForm,
  given: URLSearchParams,
  onChange: (before: PlatformRun, after: PlatformRun) => void,
): Promise<readonly PlatformRun[]> {
  const wanted = readForm(form, given);
  const world = wanted.trouble === 'together' ? await startWorld() : undefined;
  const shares = world && shareWorld(world, wanted.demo.phases.length);
  const ends = await Promise.allSettled(
    platforms.map((platform, index) => {
      let shown = idle(platform);
      const tell = (next: PlatformRun) => {
        onChange(shown, next);
        shown = next;
      };
      return runPlatform(wanted, platform, stopwatch, tell, shares?.[index]);
    }),
  );
  await world?.close();
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}

function send(response: ServerResponse, status: number, body: string | Buffer, type = 'text/html'): void {
  const charset = type.startsWith('font/') ? '' : '; charset=utf-8';
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': `${type}${charset}` });
  response.end(body);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
