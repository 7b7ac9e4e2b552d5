import type { Component, Kind } from './local-app.ts';
import { commonPart, sectionPart, traitsPart } from './parts.ts';
import { PushError } from './push-error.ts';
import { attempt, type PushSession } from './push-session.ts';
import type { RemoteComponent, RemoteComponents } from './remote-components.ts';
import { type Part, sendPart } from './send-part.ts';

/** Names on Make of the components sent so far, by kind and local id. */
export type Names = Readonly<Record<Kind, Map<string, string>>>;

/** Where a component goes. */
export interface Place {
  /** What Make lists of its kind; undefined for an app that does not exist yet. */
  readonly listed: readonly RemoteComponent[] | undefined;
  readonly remote: RemoteComponents;
  readonly names: Names;
  /** The name Make gave it in an earlier push. */
  readonly remembered: string | undefined;
}

/** Creates a component that is missing and sends what differs; answers its name on Make. Throws PushError. */
export async function sendComponent(
  session: PushSession,
  component: Component,
  place: Place,
): Promise<string> {
  const { kind, id, sections } = component;
  const { remote, names } = place;
  const owner = `${kind}/${id}`;
  const wanted = { ...component.traits, ...usesOn(names, component) };
  const found = pair(component, place);
  const name = found?.name ?? (await create(session, component, wanted, remote));
  names[kind].set(id, name);
  const secrets = component.type === 'oauth' ? session.connectionSecrets : undefined;
  const common = { ...component.common, ...secrets };
  const { connections } = session.make.sdk;
  const parts: readonly Part[] = [
    ...sections.map((section) =>
      sectionPart(
        owner,
        section,
        () => remote.getSection(name, section.section),
        (text) => remote.setSection(name, section.section, text),
      ),
    ),
    ...(Object.keys(common).length === 0
      ? []
      : [
          commonPart(
            owner,
            common,
            () => connections.getCommon(name),
            (all) => connections.setCommon(name, all as never),
          ),
        ]),
    ...(found === undefined ? [] : [traitsPart(owner, wanted, found, (some) => remote.update(name, some))]),
  ];
  let sent = 0;
  for (const part of parts) if (await sendPart(session, part, found === undefined)) sent += 1;
  session.tell(`${kind} ${id}: ${summary(session.dryRun, found === undefined, sent, parts.length)}`);
  return name;
}

async function create(
  session: PushSession,
  { kind, id, type, traits }: Component,
  wanted: Readonly<Record<string, unknown>>,
  remote: RemoteComponents,
): Promise<string> {
  const path = `${kind}/${id}`;
  const body = {
    ...wanted,
    ...(type === undefined ? { name: id } : { type }),
    ...(kind === 'module' ? { moduleInitMode: 'blank' } : {}),
    ...(traits.typeId === 12 ? { subtype: 'Universal' } : {}),
  };
  const name = session.dryRun ? id : await attempt(session, `creating ${path}`, () => remote.create(body));
  session.outcome.created.push(path);
  return name;
}

/** Modules and procedures keep their ids; connections and webhooks get a name from Make, and are known by it or by label. */
function pair({ kind, id, type, traits }: Component, place: Place): RemoteComponent | undefined {
  const listed = place.listed ?? [];
  if (type === undefined) return listed.find(({ name }) => name === id);
  const alike = listed.filter((one) => one.type === type);
  const known = alike.find(({ name }) => name === place.remembered);
  const labelled = alike.filter(({ label }) => label === traits.label);
  if (known !== undefined || labelled.length < 2) return known ?? labelled[0];
  throw new PushError(
    `The app has several ${kind}s with the label ${traits.label}: ${labelled.map(({ name }) => name).join(', ')}.`,
    'Delete those that no scenario uses in the app editor of Make, and push again.',
  );
}

function usesOn(names: Names, { uses }: Component): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(uses).map(([trait, id]) => [
      trait,
      id === null ? null : (names[trait === 'webhook' ? 'webhook' : 'connection'].get(id) ?? null),
    ]),
  );
}

function summary(dryRun: boolean, isNew: boolean, sent: number, all: number): string {
  if (!isNew && sent === 0) return 'unchanged';
  const verb = dryRun ? 'would be sent' : 'sent';
  const head = isNew ? (dryRun ? 'would be created; ' : 'created; ') : '';
  return `${head}${sent} of ${all} parts ${verb}`;
}
