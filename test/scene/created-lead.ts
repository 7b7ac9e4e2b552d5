import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { leadAlert } from './lead-alert.ts';
import type { Scene } from './scene.ts';

/** The lead of the sample org that was created last. */
export const LEAD = sampleId('00Q', 601);

/** A lead was created minutes ago. */
export const createdLead: Scene = { ...leadAlert, happens: () => {} };
