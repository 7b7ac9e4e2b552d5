import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import type { Source } from '../../shared/operation/definition.ts';
import { dropdowns } from '../../shared/operation/dropdown/dropdowns.ts';
import { toConnection } from '../connection.ts';
import { inZapierTerms } from '../error.ts';
import { dropdownOf } from '../input-field.ts';

/** One hidden trigger for each source of a dropdown. */
export default Object.fromEntries(
  (Object.keys(dropdowns) as Source[]).map((source) => [dropdownOf[source], hiddenTrigger(source)]),
);

function hiddenTrigger(source: Source) {
  const perform = inZapierTerms(async (z: ZObject, bundle: Bundle) => {
    const from = bundle.meta.page ? await z.cursor.get() : undefined;
    if (bundle.meta.page && !from) return [];
    const { choices, next } = await dropdowns[source](toConnection(bundle), from);
    if (next !== undefined || from) await z.cursor.set(next ?? '');
    return choices.map((choice) => ({ ...choice }));
  });
  return defineTrigger({
    key: dropdownOf[source],
    noun: 'Choice',
    display: { label: `Choices: ${source}`, description: 'Fills a dropdown.', hidden: true },
    operation: { type: 'polling', canPaginate: source === 'channels', perform },
  });
}
