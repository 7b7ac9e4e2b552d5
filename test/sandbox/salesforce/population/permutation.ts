/** A fixed shuffle of the numbers below `size`, and the way back. */
export interface Permutation {
  at(number: number): number;
  back(shuffled: number): number;
}

/** Multiplies by a number that has no factor in common with `size`, which is at most ten million. */
export function permutation(size: number): Permutation {
  let factor = Math.max(1, Math.floor(size * 0.618));
  while (divisor(factor, size) > 1) factor += 1;
  const inverse = inverseOf(factor, size);
  return {
    at: (number) => (number * factor) % size,
    back: (shuffled) => (shuffled * inverse) % size,
  };
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}

/** The number that, multiplied with another, leaves 1 as remainder by `size`. */
function inverseOf(number: number, size: number): number {
  let [rest, nextRest] = [size, number % size];
  let [found, nextFound] = [0, 1];
  while (nextRest > 0) {
    const quotient = Math.floor(rest / nextRest);
    [rest, nextRest] = [nextRest, rest - quotient * nextRest];
    [found, nextFound] = [nextFound, found - quotient * nextFound];
  }
  return ((found % size) + size) % size;
}
