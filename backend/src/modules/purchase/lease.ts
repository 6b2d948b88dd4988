/** How long one worker may be silent before another carries on with its purchase. */
export const leaseMs = 15_000;
