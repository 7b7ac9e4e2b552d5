import type { Hidden, Section } from './local-app.ts';
import { sameContent, sameText } from './same-content.ts';
import type { Part } from './send-part.ts';

type Read = () => Promise<unknown>;
type Write<T> = (content: T) => Promise<unknown>;

/** A code file. */
export function sectionPart(
  owner: string,
  { section, file, text }: Section,
  read: Read,
  write: Write<string>,
): Part {
  return {
    path: `${owner}/${section}`,
    file,
    after: text,
    read,
    isSame: (remote) => sameContent(remote, text),
    describe: (remote) => (typeof remote === 'string' ? remote : JSON.stringify(remote, null, 2)),
    write: () => write(text),
  };
}

/** The documentation of the app. */
export function readmePart(section: Section, read: Read, write: Write<string>): Part {
  return {
    ...sectionPart('app', section, read, write),
    isSame: (remote) => sameText(String(remote), section.text),
    describe: String,
  };
}

/** Common data: only what is `wanted` is compared and set, the rest stays; values are never shown. */
export function commonPart(owner: string, wanted: Hidden, read: Read, write: Write<Hidden>): Part {
  const held = (remote: unknown) => (typeof remote === 'object' && remote !== null ? (remote as Hidden) : {});
  const differs = (remote: unknown, key: string) =>
    JSON.stringify(held(remote)[key]) !== JSON.stringify(wanted[key]);
  const keys = Object.keys(wanted);
  return {
    path: `${owner}/common`,
    after: keys.map((key) => `${key}: (not shown)`).join('\n'),
    read,
    isSame: (remote) => !keys.some((key) => differs(remote, key)),
    describe: (remote) =>
      keys
        .filter((key) => key in held(remote))
        .map((key) => `${key}: ${differs(remote, key) ? '(not shown, differs)' : '(not shown)'}`)
        .join('\n'),
    write: (remote) => write({ ...held(remote), ...wanted }),
  };
}

/** What Make shows of a component and how it treats it; only what differs is sent. */
export function traitsPart(owner: string, wanted: Hidden, remote: Hidden, write: Write<Hidden>): Part {
  const keys = Object.keys(wanted).filter((key) => (remote[key] ?? null) !== (wanted[key] ?? null));
  const pick = (all: Hidden) => Object.fromEntries(keys.map((key) => [key, all[key] ?? null]));
  return {
    path: `${owner}/traits`,
    after: JSON.stringify(pick(wanted), null, 2),
    read: async () => remote,
    isSame: () => keys.length === 0,
    describe: () => JSON.stringify(pick(remote), null, 2),
    write: () => write(pick(wanted)),
  };
}

/** The icon, which Make gives back in another encoding: compared by the digest of the one sent last. */
export function iconPart(digest: string, sent: string | undefined, write: () => Promise<unknown>): Part {
  return {
    path: 'app/icon',
    file: 'icon.png',
    after: `PNG ${digest}`,
    read: async () => sent,
    isSame: (remote) => remote === digest,
    describe: (remote) => (remote === undefined ? '' : `PNG ${String(remote)}`),
    write,
  };
}
