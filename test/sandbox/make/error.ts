/** The error types that app code can name in `response.error.type` and `response.valid.type`. */
export const DIRECTIVE_ERROR_TYPES = [
  'RuntimeError',
  'DataError',
  'RateLimitError',
  'OutOfSpaceError',
  'ConnectionError',
  'InvalidConfigurationError',
  'InvalidAccessTokenError',
  'IncompleteDataError',
  'DuplicateDataError',
] as const;

/** An error type that app code can name. */
export type DirectiveErrorType = (typeof DIRECTIVE_ERROR_TYPES)[number];

/** Every error type of a module run; the last two come from the platform only. */
export type MakeErrorType = DirectiveErrorType | 'ModuleTimeoutError' | 'BundleValidationError';

/** What a module run fails with on Make, as the scenario and its error handlers see it. */
export class MakeError extends Error {
  override readonly name = 'MakeError';
  readonly type: MakeErrorType;
  /** The HTTP status behind the error, if an answer was behind it. */
  readonly statusCode: number | undefined;

  constructor(type: MakeErrorType, message: string, statusCode?: number) {
    super(message);
    this.type = type;
    this.statusCode = statusCode;
  }
}

/** A run that went over a ceiling of Make (requests, state, scanned records); the app or the test data must shrink. */
export class MakeLimitError extends Error {
  override readonly name = 'MakeLimitError';
}

/** App code, or a call of it, that cannot work on Make; the message names the place and the repair. */
export class MakeAppError extends Error {
  override readonly name = 'MakeAppError';
}

/** Adds the place to an error's message, once, and throws it again; its class and data stay. */
export function throwAt(place: string, error: unknown): never {
  if (error instanceof Error && !error.message.startsWith(place))
    error.message = `${place}: ${error.message}`;
  throw error;
}
