import {
  afterFirst,
  and,
  choose,
  collect,
  concat,
  type Expression,
  equal,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  includes,
  itemAt,
  literal,
  not,
  note,
  pluck,
  property,
  type Query,
} from '../../language/index.ts';
import { OpportunityStage } from '../object/opportunity-stage.ts';
import { input } from './input.ts';

/** Stages in use from the chosen one on, closed ones included, at most. */
export const MOST_STAGES = 40;
/** Stages read, the last ones first. */
const STAGES_READ = 200;

const stage = fieldsOf(OpportunityStage);
const stages = note('list', 'stages');

/** Reads the stages in use, noted as `stages`; from the last one down, so that the chosen one comes after those it precedes. */
export const stagesQuery: Query = {
  from: OpportunityStage.name,
  select: [stage('ApiName'), stage('MasterLabel'), stage('SortOrder'), stage('IsClosed')],
  where: equal(stage('IsActive'), true),
  orderBy: [{ by: stage('SortOrder'), direction: 'descending' }],
  limit: STAGES_READ,
};

const positions = Array.from({ length: MOST_STAGES }, (_, position) => position);
const at = (position: number) => itemAt('text', stages, position);
const nameAt = (position: number) => property('text', at(position), literal('text', 'ApiName'));
const orderAt = (position: number) => property('number', at(position), literal('text', 'SortOrder'));
const isClosedAt = (position: number) => property('boolean', at(position), literal('text', 'IsClosed'));

/** The chosen stage as a list, since a list is searched exactly, case and all. */
const chosen = collect([{ when: literal('boolean', true), value: input('first_stage') }]);

/** The org uses the chosen stage. */
export const hasFirstStage = includes(pluck(stages, 'ApiName'), input('first_stage'));

/** Where the chosen stage stands, noted as `firstOrder`; missing when the org does not use it, or uses too many after it. */
export const firstOrder: Expression<'number'> = choose(
  'number',
  positions.map((position) => [includes(chosen, nameAt(position)), orderAt(position)]),
  literal('number', null),
);

/**
 * The API names of the open stages from the chosen one on, by sort order, noted as `forecastStages`. The chosen one is always
 * among them, so that a query never lacks a stage to ask for.
 */
export const forecastStages: Expression<'list'> = collect([
  ...positions.map((position) => ({
    when: and(not(isClosedAt(position)), greaterOrEqual(orderAt(position), note('number', 'firstOrder'))),
    value: nameAt(position),
  })),
  { when: literal('boolean', true), value: input('first_stage') },
]);

/**
 * What people call the stage of an API name. A name with a comma in it stands for itself, since not every platform looks
 * rows up by such a value.
 */
export function stageLabel(name: Expression<'text'>): Expression<'text'> {
  const hasComma = exists(afterFirst(concat(name, ' '), ','));
  const searched = choose('text', [[hasComma, literal('text', null)]], name);
  const labels = pluck(stages, 'MasterLabel', { field: 'ApiName', values: [searched] });
  return fallback(itemAt('text', labels, 0), name);
}
