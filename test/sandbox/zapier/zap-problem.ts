/** A Zap that cannot be imported or switched on as it is; the message names the step and what is wrong. */
export class ZapProblem extends Error {
  override readonly name = 'ZapProblem';
}
