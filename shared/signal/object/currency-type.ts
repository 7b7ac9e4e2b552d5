import { objectType } from '../../language/object-type.ts';

/** A currency of the org; exists only in orgs with several. */
export const CurrencyType = objectType('CurrencyType', { IsoCode: 'text', IsCorporate: 'boolean' });
