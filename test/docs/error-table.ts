import { errorTypeOf, type MakeErrorType } from '../../make-app/error-type.ts';
import { ErrorCode } from '../../shared/error.ts';
import { kindOf } from '../../zapier-app/error.ts';

const ON_ZAPIER: Readonly<Record<(typeof kindOf)[ErrorCode], string>> = {
  refresh: 'renews the session and repeats the step',
  expired: 'holds the Zap until somebody reconnects',
  throttled: 'waits and repeats the step',
  halted: 'stops the run without an alarm',
  errored: 'reports an error; autoreplay repeats it where it is on',
};

const ON_MAKE: Readonly<Record<MakeErrorType, string>> = {
  RateLimitError: 'repeats it as an incomplete execution',
  ConnectionError: 'repeats it as an incomplete execution',
  DataError: 'keeps the run for somebody to look at',
  InvalidConfigurationError: 'stops the scenario until somebody acts',
  InvalidAccessTokenError: 'stops the scenario until somebody reconnects',
  RuntimeError: 'reports an error',
};

/** What each platform does about each error, from the platforms' own tables. */
export function errorTable(): string {
  const rows = Object.values(ErrorCode).map(
    (code) =>
      `| \`${code}\` | ${ON_ZAPIER[kindOf[code]]} | ${ON_MAKE[errorTypeOf[code]]} (${errorTypeOf[code]}) |`,
  );
  return ['| error | Zapier | Make |', '| --- | --- | --- |', ...rows].join('\n');
}
