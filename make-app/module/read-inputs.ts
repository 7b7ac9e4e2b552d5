import type { Operation } from '../../shared/operation/definition.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { checkedInputs } from '../checked-input.ts';
import { assign, type Request } from '../delivery/levels.ts';

/** Fails before anything happens; the request needs no session and is made only then. */
const refuseInput: Request = {
  condition: '{{temp.inputProblem}}',
  url: '/services/data',
  response: {
    valid: { condition: '{{!(temp.inputProblem)}}', type: 'DataError', message: '{{temp.inputProblem}}' },
    output: null,
  },
};

/**
 * The steps after which `temp.input` holds the checked inputs of an operation; `more` is put into `temp` with them and
 * may read them. The run ends as bad data when one cannot be used.
 */
export function readInputs(
  operation: Pick<Operation, 'inputs' | 'rules'>,
  more: Readonly<Record<string, Json>> = {},
): readonly Request[] {
  const { steps, problem } = checkedInputs(operation);
  return [...assign(steps), ...assign([{ inputProblem: `{{${problem}}}`, ...more }]), refuseInput];
}
