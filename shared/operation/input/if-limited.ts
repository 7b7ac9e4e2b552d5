import { equal, parametersOf } from '../../language/index.ts';
import type { Input } from '../definition.ts';

const input = parametersOf({ if_limited: 'text' });

/** The choice that leaves an alert to the error path of a flow. */
export const FALL_BACK = 'fall_back';

/** What to do when the org has used its API calls up. */
export const ifLimited: Input = {
  key: 'if_limited',
  label: 'If Salesforce Limit Is Reached',
  help: 'What to do while the org has used up its API calls. To alert nevertheless, choose to fail and put Send Alert Without Salesforce into the error path of this step. It costs one more Slack call an alert, which looks whether that alert is there.',
  type: 'text',
  default: 'wait',
  choices: {
    wait: 'Wait until Salesforce answers again',
    [FALL_BACK]: 'Fail, so that an error path can alert',
  },
};

/** An alert may have been sent without Salesforce. */
export const mayBeAlertedAlready = equal(input('if_limited'), FALL_BACK);
