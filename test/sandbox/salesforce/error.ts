/** One entry of the error array that every Salesforce REST answer carries when it fails. */
export interface Problem {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** A refusal as Salesforce words it: an HTTP status and the array of problems that is its body. */
export class SalesforceFault extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.name = 'SalesforceFault';
    this.status = status;
    this.problems = [problem];
  }
}

/** A 400 refusal. */
export function badRequest(errorCode: string, message: string, fields?: readonly string[]): SalesforceFault {
  return new SalesforceFault(400, { message, errorCode, ...(fields === undefined ? {} : { fields }) });
}

/** The 404 Salesforce gives for paths and records that do not exist. */
export function notFound(message = 'The requested resource does not exist'): SalesforceFault {
  return new SalesforceFault(404, { message, errorCode: 'NOT_FOUND' });
}
