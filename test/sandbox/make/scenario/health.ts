import type { Blueprint } from './blueprint.ts';
import type { RunReport } from './report.ts';

/** Whether a scenario is switched on; Make switches it off after errors. */
export interface Health {
  active: boolean;
  /** Failed runs in a row. */
  consecutiveErrors: number;
}

/**
 * Takes note of a run: a wrong configuration or a revoked token switches the scenario off, an instant one goes off at
 * its first error, any other after `maxErrors` in a row.
 */
export function noteRun(health: Health, { metadata }: Blueprint, report: RunReport): void {
  health.consecutiveErrors = report.status === 'error' ? health.consecutiveErrors + 1 : 0;
  if (report.status !== 'error') return;
  const disabling = report.errors.some(
    ({ error, handledBy }) =>
      (handledBy === undefined || handledBy === 'stored') &&
      (error.type === 'InvalidConfigurationError' || error.type === 'InvalidAccessTokenError'),
  );
  const allowed = metadata.instant ? 1 : metadata.scenario.maxErrors;
  if (disabling || health.consecutiveErrors >= allowed) health.active = false;
}
