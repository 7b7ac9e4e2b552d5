import { CommandError } from '../../shared/command/command-error.ts';
import type { Bump } from './options.ts';

const VERSION = /("version":\s*")(\d+)\.(\d+)\.(\d+)(")/;

/** The version in the text of a package.json. Throws CommandError for one that Zapier does not take. */
export function versionIn(text: string): string {
  const [, , ...parts] = VERSION.exec(text) ?? [];
  if (parts.length > 0) return parts.slice(0, 3).join('.');
  throw new CommandError(
    'zapier-app/package.json holds no version of three numbers.',
    'Write one such as "version": "0.1.0".',
  );
}

/** A version with one of its numbers raised, and those after it 0. */
export function raised(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** The text of a package.json with another version. */
export function withVersion(text: string, version: string): string {
  return text.replace(VERSION, `$1${version}$5`);
}
