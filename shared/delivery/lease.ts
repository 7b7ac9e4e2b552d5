/** Minutes after which an unfinished delivery that shows no sign of life may be taken over. */
export const LEASE_MINUTES = 10;
