import { createHash } from 'node:crypto';
import { createApp, findApp, type Wish } from './find-app.ts';
import { KINDS, type Kind, type LocalApp } from './local-app.ts';
import type { Remembered } from './memory.ts';
import { commonPart, iconPart, readmePart, sectionPart } from './parts.ts';
import { attempt, type PushSession } from './push-session.ts';
import { type AppAddress, type RemoteComponent, remoteComponents } from './remote-components.ts';
import { type Names, sendComponent } from './send-component.ts';
import { type Part, sendPart } from './send-part.ts';

/**
 * Brings the app on Make to what the folder says: the app itself, connections, procedures, webhooks, modules, and groups
 * last, because they name modules. Sends only what differs; what is on Make alone stays. Answers the app's address,
 * undefined in a dry run that would create it. Throws PushError; the next push goes on from there.
 */
export async function pushApp(
  session: PushSession,
  local: LocalApp,
  wish: Wish,
): Promise<AppAddress | undefined> {
  const found = await findApp(session, wish);
  if (found === undefined) session.outcome.created.push('app');
  const address = found ?? (session.dryRun ? undefined : await createApp(session, wish.name));
  const target = address ?? { name: wish.name, version: 1 };
  session.tell(
    `app ${target.name}: ${found === undefined ? (session.dryRun ? 'would be created' : 'created') : 'found'}`,
  );
  const keep = keeper(session, target);
  const isNew = found === undefined;
  await sendAll(session, 'app', generalParts(session, local, target, keep), isNew);
  await sendComponents(session, local, target, isNew, keep);
  if (local.groups !== undefined)
    await sendAll(session, 'groups', [appSection(session, local.groups, target)], isNew);
  return address;
}

/** Keeps what the next push must know, at once; a dry run keeps nothing. */
type Keep = (change: (app: Remembered) => Partial<Remembered>) => void;

function keeper({ memory, host, dryRun }: PushSession, { name, version }: AppAddress): Keep {
  return (change) => {
    if (dryRun) return;
    const known = memory.recall(host);
    const app = known?.name === name ? known : { name, connection: {}, webhook: {} };
    memory.remember(host, { ...app, version, ...change({ ...app, version }) });
  };
}

async function sendAll(
  session: PushSession,
  title: string,
  parts: readonly Part[],
  isNew: boolean,
): Promise<void> {
  const sent: string[] = [];
  for (const part of parts)
    if (await sendPart(session, part, isNew)) sent.push(part.path.replace('app/', ''));
  const verb = session.dryRun ? 'would be sent' : 'sent';
  session.tell(`${title}: ${sent.length === 0 ? 'unchanged' : `${sent.join(', ')} ${verb}`}`);
}

function generalParts(
  session: PushSession,
  { sections, common, icon }: LocalApp,
  target: AppAddress,
  keep: Keep,
): readonly Part[] {
  const { apps } = session.make.sdk;
  const { name, version } = target;
  const parts = sections.map((section) =>
    section.section === 'readme'
      ? readmePart(
          section,
          () => apps.getDocs(name, version),
          (text) => apps.setDocs(name, version, text),
        )
      : appSection(session, section, target),
  );
  if (Object.keys(common).length > 0)
    parts.push(
      commonPart(
        'app',
        common,
        () => apps.getCommon(name, version),
        (all) => apps.setCommon(name, version, all as never),
      ),
    );
  if (icon !== undefined) {
    const digest = createHash('sha256').update(icon).digest('hex');
    const known = session.memory.recall(session.host);
    parts.push(
      iconPart(digest, known?.name === name ? known.icon : undefined, async () => {
        await apps.setIcon(name, version, icon);
        keep(() => ({ icon: digest }));
      }),
    );
  }
  return parts;
}

function appSection(session: PushSession, section: LocalApp['sections'][number], target: AppAddress): Part {
  const { apps } = session.make.sdk;
  const { name, version } = target;
  const key = section.section as 'base' | 'groups';
  return sectionPart(
    'app',
    section,
    () => apps.getSection(name, version, key),
    (text) => apps.setSection(name, version, key, text),
  );
}

async function sendComponents(
  session: PushSession,
  { components }: LocalApp,
  target: AppAddress,
  isNew: boolean,
  keep: Keep,
): Promise<void> {
  const remote = remoteComponents(session.make, target);
  const known = session.memory.recall(session.host);
  const names: Names = { connection: new Map(), rpc: new Map(), webhook: new Map(), module: new Map() };
  for (const kind of KINDS) {
    const wanted = components.filter((component) => component.kind === kind);
    if (wanted.length === 0) continue;
    const listed =
      isNew && session.dryRun
        ? undefined
        : await attempt(session, `listing the ${kind}s`, () => remote[kind].list());
    for (const component of wanted) {
      const remembered =
        known?.name === target.name && isNamedByMake(kind) ? known[kind][component.id] : undefined;
      const name = await sendComponent(session, component, {
        listed,
        remote: remote[kind],
        names,
        remembered,
      });
      if (isNamedByMake(kind) && name !== remembered)
        keep((app) => ({ [kind]: { ...app[kind], [component.id]: name } }));
    }
    tellStrangers(session, kind, listed ?? [], names);
  }
}

function isNamedByMake(kind: Kind): kind is 'connection' | 'webhook' {
  return kind === 'connection' || kind === 'webhook';
}

function tellStrangers(
  session: PushSession,
  kind: Kind,
  listed: readonly RemoteComponent[],
  names: Names,
): void {
  const ours = new Set(names[kind].values());
  for (const { name } of listed)
    if (!ours.has(name)) session.tell(`${kind} ${name}: on Make only, left as it is`);
}
