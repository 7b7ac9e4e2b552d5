import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import type { Connection } from '../shared/delivery/connection.ts';
import type { Source } from '../shared/operation/definition.ts';
import type { Choice } from '../shared/operation/dropdown/choice.ts';
import { dropdownNeeds, dropdowns, isSearched } from '../shared/operation/dropdown/dropdowns.ts';
import { loadDropdown } from '../shared/operation/dropdown/load.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { dropdownOf } from './input-field.ts';

/** One hidden trigger for each source of a dropdown. */
export default Object.fromEntries(
  (Object.keys(dropdowns) as Source[]).map((source) => [dropdownOf(source), hiddenTrigger(source)]),
);

function hiddenTrigger(source: Source) {
  const perform = inZapierTerms(async (_z: ZObject, bundle: Bundle) =>
    (await pageOf(source, toConnection(bundle), bundle.inputData, bundle.meta.page ?? 0)).map((choice) => ({
      ...choice,
    })),
  );
  return defineTrigger({
    key: dropdownOf(source),
    noun: 'Choice',
    display: { label: `Choices: ${source}`, description: 'Fills a dropdown.', hidden: true },
    operation: {
      type: 'polling',
      canPaginate: isSearched(source),
      inputFields: dropdownNeeds(source).map((key) => ({ key, label: titleOf(key) })),
      perform,
    },
  });
}

/** Walks to a page from the first one, so that nothing has to be kept between two pages. */
async function pageOf(
  source: Source,
  connection: Connection,
  inputs: Bundle['inputData'],
  page: number,
): Promise<readonly Choice[]> {
  let found = await loadDropdown(dropdowns[source], connection, { inputs });
  for (let at = 0; at < page; at += 1) {
    if (found.next === undefined) return [];
    found = await loadDropdown(dropdowns[source], connection, { inputs, from: found.next });
  }
  return found.choices;
}

function titleOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}
