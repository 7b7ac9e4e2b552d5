import { dropdowns as declared } from '../../shared/operation/dropdown/dropdowns.ts';
import { idOf, type Rpc } from '../component.ts';
import { printDropdown } from './print-dropdown.ts';

/** The procedures behind the dropdowns of the modules. */
export const dropdowns: readonly Rpc[] = Object.entries(declared).flatMap(([source, dropdown]) => {
  const communication = printDropdown(dropdown);
  if (communication === undefined) return [];
  return [{ id: idOf(source), label: `Choices: ${source.replaceAll('-', ' ')}`, communication }];
});
