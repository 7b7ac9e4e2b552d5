import { read, readIfPossible } from '../delivery/ledger-part.ts';
import type { Claim } from '../delivery/step/claim.ts';
import type { Part, Step } from '../delivery/step.ts';
import {
  and,
  answer,
  type Condition,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  literal,
  not,
  note,
  or,
  type Query,
} from '../language/index.ts';
import { changeQueries, figureQueries, orgQueries } from '../signal/forecast-digest/forecast-digest.ts';
import { firstOrder, forecastStages, hasFirstStage, MOST_STAGES } from '../signal/forecast-digest/stage.ts';
import { amountField, firstStage } from './input/forecast.ts';

/** What Salesforce says of a figure over a field that holds no numbers. */
const NO_NUMBERS = 'MALFORMED_QUERY';
/** What it says of an object that the org does not have, such as currencies in an org with one. */
const NO_OBJECT = 'INVALID_TYPE';

/** Where the opportunities of the org are listed. */
export const listUrl: Expression<'text'> = concat(
  note('text', 'instanceUrl'),
  '/lightning/o/Opportunity/list',
);

/** What has to be known of the org before its forecast can be read: three queries. */
export const orgReads: Pick<Claim, 'reads' | 'notes'> = {
  reads: {
    stages: read(orgQueries.stages),
    period: readIfPossible(orgQueries.period),
    currency: readIfPossible(orgQueries.currency),
  },
  notes: {
    stages: answer('list', 'stages', 'body', 'records'),
    period: answer('text', 'period', 'body', 'records', 0),
    periodError: errorOf('period'),
    corporateCurrency: answer('text', 'currency', 'body', 'records', 0, 'IsoCode'),
    currencyError: choose(
      'text',
      [[equal(errorOf('currency'), NO_OBJECT), literal('text', null)]],
      errorOf('currency'),
    ),
  },
};

/** Finds out which stages the forecast is made of, once the org is read. */
export function findStages(when?: Condition): readonly Step[] {
  const only = when === undefined ? {} : { when };
  return [
    { name: 'find the first stage', ...only, notes: { firstOrder } },
    { name: 'find the stages of the forecast', ...only, notes: { forecastStages } },
  ];
}

const figures = partsOf(figureQueries, figure);
const changes = partsOf(changeQueries, readIfPossible);

/** A step that reads figures, but for its name. */
type Figures = Required<Pick<Step, 'call' | 'notes' | 'fail'>>;

/** Reads the forecast once its stages are known, and with `changes` what moved since the last digest: five queries. */
export function readFigures(withChanges: boolean): Figures {
  const parts = { ...figures, ...(withChanges ? changes : {}) };
  const refused = or(...Object.keys(figures).map((name) => equal(errorOf(name), NO_NUMBERS)));
  return {
    call: { to: 'salesforce', allOrNone: false, parts },
    notes: {
      ...Object.fromEntries(
        Object.keys(parts).map((name) => [name, answer('list', name, 'body', 'records')]),
      ),
      ...(withChanges ? { movesError: errorOf('moves'), slipsError: errorOf('slips') } : {}),
    },
    fail: [
      {
        when: not(hasFirstStage),
        as: {
          input: firstStage.label,
          reason: 'the org uses no opportunity stage of this name; it may have been renamed or switched off',
          fix: 'Choose a stage from the list; a mapped stage must read exactly like its API name.',
        },
      },
      {
        when: and(hasFirstStage, not(exists(note('number', 'firstOrder')))),
        as: {
          input: firstStage.label,
          reason: `more than ${MOST_STAGES} stages are in use from it on`,
          fix: 'Choose a later stage.',
        },
      },
      {
        when: refused,
        as: {
          input: amountField.label,
          reason: 'Salesforce cannot add it up',
          fix: 'Choose a field of money or numbers from the list.',
        },
      },
    ],
  };
}

function partsOf(
  queries: Readonly<Record<string, Query>>,
  toPart: (query: Query) => Part,
): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, toPart(query)]));
}

/** A read that is needed; a field that holds no numbers is told as a mistake in the input. */
function figure(query: Query): Part {
  return { ...read(query), accept: [NO_NUMBERS] };
}

function errorOf(part: string): Expression<'text'> {
  return answer('text', part, 'body', 0, 'errorCode');
}
