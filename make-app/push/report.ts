import { diffText } from './diff-text.ts';
import type { Outcome } from './push-session.ts';
import type { AppAddress } from './remote-components.ts';

/** A finished push as one JSON document; `name` and `version` are null when a dry run would create the app. */
export function reportJson(address: AppAddress | undefined, outcome: Outcome, dryRun: boolean): string {
  const { created, changed, unchanged } = outcome;
  const document = {
    name: address?.name ?? null,
    version: address?.version ?? null,
    dryRun,
    created,
    changed: changed.map(({ path }) => path),
    unchanged,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A finished push for people: every difference in a dry run, and the name the blueprints need. */
export function reportText(address: AppAddress | undefined, outcome: Outcome, dryRun: boolean): string {
  const { created, changed, unchanged } = outcome;
  const diffs = changed.map(({ path, before, after }) => `--- ${path}\n${diffText(before, after)}\n\n`);
  const would = dryRun ? 'would be ' : '';
  const counts = [
    `${would}created: ${created.length}`,
    `parts ${would}sent: ${changed.length}`,
    `unchanged: ${unchanged.length}`,
  ].join(', ');
  const name =
    address === undefined
      ? ''
      : `The app on Make: ${address.name}\nFor the blueprints: npm run blueprints -- --make-app ${address.name}\n`;
  return `${dryRun ? `${diffs.join('')}Nothing was sent. ` : ''}${counts}\n${name}`;
}
