/** Editions without Apex and Change Data Capture (Salesforce: availability of both), as an org names them. */
export const SMALL_EDITIONS: readonly string[] = [
  'Professional Edition',
  'Team Edition',
  'Personal Edition',
  'Contact Manager Edition',
  'Base Edition',
];
