import { CommandError } from '../../shared/command/command-error.ts';
import { type Chosen, chooseVersion, listVersions, people } from './choose-version.ts';
import { explainProblem } from './explain-problem.ts';
import { findIntegration, type Integration } from './find-integration.ts';
import type { PushSession } from './session.ts';
import { ensureSettings, type SettingsState, settingsIn } from './settings.ts';

/** What a push did, or would do. */
export interface Pushed extends Omit<Chosen, 'undo'> {
  readonly integration: Integration;
  readonly dryRun: boolean;
  readonly settings: SettingsState | 'unknown';
  /** Where a sign-in returns to, once Zapier has told it. */
  readonly callbackUrl: string | undefined;
}

/**
 * Checks the login, the integration and the version, validates and builds, uploads, and sees to the settings. A dry run ends
 * before the upload and writes nothing. Throws CommandError and InvalidInputError.
 */
export async function pushIntegration(session: PushSession): Promise<Pushed> {
  const { options, environment, tell } = session;
  const given = settingsIn(environment);
  const integration = await findIntegration(session);
  tell(`integration "${integration.title}" (${integration.id}): found`);
  const chosen = await chooseVersion(session);
  tell(
    `version ${chosen.version}: ${chosen.replaced === undefined ? 'new' : 'replaces the code that Zapier has'}`,
  );
  if (options.dryRun) {
    await validated(session);
    return {
      ...chosen,
      integration,
      dryRun: true,
      settings: given === undefined ? 'unknown' : 'set',
      callbackUrl: chosen.known.at(-1)?.oauth_redirect_uri,
    };
  }
  try {
    await validated(session);
    await upload(session, chosen.version);
  } catch (error) {
    chosen.undo();
    throw error;
  }
  const settings = await ensureSettings(session, chosen.version);
  tell(`settings: ${settings}`);
  const now = (await listVersions(session)).find(({ version }) => version === chosen.version);
  return { ...chosen, integration, dryRun: false, settings, callbackUrl: now?.oauth_redirect_uri };
}

async function validated({ build, folder, tell }: PushSession): Promise<void> {
  try {
    await build(folder);
  } catch (error) {
    throw new CommandError(
      `Zapier’s validation refuses the integration, and nothing was uploaded:\n${(error as Error).message}`,
      'Correct what is named in zapier-app or shared, and run npm run build:zapier until it passes.',
      { cause: error },
    );
  }
  tell('package: valid, built');
}

async function upload({ cli, tell }: PushSession, version: string): Promise<void> {
  const uploaded = await cli.run(['upload']);
  if (uploaded.exitCode !== 0) throw explainProblem(`uploading version ${version}`, uploaded);
  tell('package: uploaded');
}

/** What happens to Zaps that exist, in sentences. */
export function aboutLiveZaps({ version, known, replaced }: Pushed): readonly string[] {
  const users = replaced?.user_count ?? 0;
  const others = known.filter((each) => each.version !== version && (each.user_count ?? 0) > 0);
  return [
    ...(users > 0 ? [`${people(users)} with version ${version}: they run the new code from now on.`] : []),
    ...others.map(
      (other) =>
        `${people(other.user_count ?? 0)} with version ${other.version}: they stay there, and nothing changes for them. To move them: cd zapier-app && npx zapier-platform migrate ${other.version} ${version} (only within one major version; Zaps on hold, and steps whose fields changed, have to be looked at by hand).`,
    ),
  ];
}
