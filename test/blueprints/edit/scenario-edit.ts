import fc from 'fast-check';
import {
  addRouter,
  insertModule,
  moveModule,
  removeFilter,
  removeModule,
  renameModule,
  renameScenario,
  setMapper,
  setParameter,
  slackMessage,
} from '../../sandbox/make/edit-blueprint.ts';
import { allModules, type Blueprint, type BlueprintModule } from '../../sandbox/make/scenario/blueprint.ts';
import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import { type Edit, editsOf, fieldValue, hasHeadline, nth, text } from './edit.ts';

const isApp = ({ module }: BlueprintModule) => module.startsWith('app#');
const modules = ({ flow }: Blueprint) =>
  allModules(flow).filter(({ module }) => !module.startsWith('builtin:'));
const actionOf = (scenario: Blueprint) => modules(scenario).findLast(isApp) ?? lastOf(scenario);
const triggerOf = ({ flow }: Blueprint) => flow[0] as BlueprintModule;
const lastOf = (scenario: Blueprint) => modules(scenario).at(-1) as BlueprintModule;
const tellSlack = slackMessage({ channel: CHANNELS.general, text: 'News' });

const edit = editsOf<Blueprint>();
const harmless = true as const;
const pick = fc.nat(9);

/** What a person does to a scenario that leaves what it delivers as it is. */
export const harmlessScenarioEdit: fc.Arbitrary<Edit<Blueprint>> = fc.oneof(
  edit(fc.tuple(pick, text), ([number, title]) => ({
    what: `rename module ${number} "${title}"`,
    harmless,
    apply: (scenario) => renameModule(scenario, nth(modules(scenario), number).id, title),
  })),
  edit(text, (name) => ({
    what: `rename the scenario "${name}"`,
    harmless,
    apply: (scenario) => renameScenario(scenario, name),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'remove the filter before the action',
    harmless,
    apply: (scenario) => removeFilter(scenario, actionOf(scenario).id),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'tell Slack at the end',
    harmless,
    apply: (scenario) => insertModule(scenario, lastOf(scenario).id, tellSlack),
  })),
  edit(fc.constant(undefined), () => ({
    what: 'put the action into one route and a Slack message into another',
    harmless,
    apply: (scenario) => {
      const action = actionOf(scenario);
      return action === triggerOf(scenario) ? scenario : addRouter(scenario, action.id, [tellSlack]);
    },
  })),
  edit(text, (headline) => ({
    what: `set the headline "${headline}"`,
    harmless,
    apply: (scenario) => {
      const { id, module } = actionOf(scenario);
      return hasHeadline(module.split(':')[1]) ? setMapper(scenario, id, 'headline', headline) : scenario;
    },
  })),
);

/** Anything a person may do to a scenario, by mistake too. */
export const anyScenarioEdit: fc.Arbitrary<Edit<Blueprint>> = fc.oneof(
  { weight: 8, arbitrary: harmlessScenarioEdit },
  edit(fc.tuple(pick, fieldValue), ([field, value]) => ({
    what: `fill field ${field} of the trigger with ${JSON.stringify(value)}`,
    apply: (scenario) => {
      const { id, parameters = {} } = triggerOf(scenario);
      return setParameter(scenario, id, nth([...Object.keys(parameters), 'limit'], field), value);
    },
  })),
  edit(fc.tuple(pick, fieldValue), ([field, value]) => ({
    what: `fill field ${field} of the action with ${JSON.stringify(value)}`,
    apply: (scenario) => {
      const { id, mapper } = actionOf(scenario);
      return setMapper(
        scenario,
        id,
        nth([...Object.keys(mapper ?? {}), 'channel', 'extra_fields'], field),
        value,
      );
    },
  })),
  edit(pick, (field) => ({
    what: `empty field ${field} of the action`,
    apply: (scenario) => {
      const { id, mapper } = actionOf(scenario);
      return setMapper(scenario, id, nth([...Object.keys(mapper ?? {}), 'none'], field), undefined);
    },
  })),
  edit(
    fc.constantFrom('{{1.nope}}', '{{9.record_id}}', '{{CHANNEL}}', '{{1.record_id', '{{nofunction(1)}}'),
    (mapping) => ({
      what: `map ${mapping}`,
      apply: (scenario) => setMapper(scenario, actionOf(scenario).id, 'record_id', mapping),
    }),
  ),
  edit(fc.tuple(pick, pick), ([from, to]) => ({
    what: `move module ${from} behind module ${to}`,
    apply: (scenario) => {
      const all = modules(scenario);
      return moveModule(scenario, nth(all, from).id, nth(all, to).id);
    },
  })),
  edit(pick, (number) => ({
    what: `remove module ${number}`,
    apply: (scenario) => removeModule(scenario, nth(modules(scenario), number).id),
  })),
  edit(
    fc.constantFrom(
      'app#dealwire-other:openDealRoom',
      'app#dealwire-placeholder:openTheDoor',
      'slack:DoMagic',
    ),
    (module) => ({
      what: `let the action be ${module}`,
      apply: (scenario) => changed(scenario, { module }),
    }),
  ),
  edit(fc.constantFrom(2, 9), (version) => ({
    what: `let the action be of version ${version}`,
    apply: (scenario) => changed(scenario, { version }),
  })),
);

/** The scenario with something changed in its action. */
function changed(scenario: Blueprint, more: Partial<BlueprintModule>): Blueprint {
  const { id } = actionOf(scenario);
  return {
    ...scenario,
    flow: scenario.flow.map((module) => (module.id === id ? { ...module, ...more } : module)),
  };
}
