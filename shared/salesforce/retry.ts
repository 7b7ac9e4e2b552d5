/** jsforce repeats nothing by itself: the delivery knows what is safe to repeat, and the platform does the waiting. */
export const neverRepeat = { maxRetries: 0 } as const;
