import type { FakeClock } from '../clock.ts';
import type { Tier } from './method.ts';

const MINUTE = 60_000;

/** Calls a minute and method; `post` is the whole workspace's messages ("several hundred"). */
const PER_MINUTE: Readonly<Record<Tier, number>> = {
  1: 1,
  2: 20,
  3: 50,
  4: 100,
  post: 300,
  hundreds: 600,
};

/** Messages go out at one a second and channel. */
const PER_CHANNEL = 1000;

/** Counts calls against Slack's published limits. */
export interface RateLimits {
  /** Counts a call; returns the seconds to wait when it is one too many, which is then not counted. */
  take(method: string, tier: Tier, channel?: string): number | undefined;
}

/** Limits on the fake clock: any minute holds at most a tier's calls, without bursts. */
export function createRateLimits(clock: FakeClock): RateLimits {
  const calls = new Map<string, number[]>();
  const wait = (key: string, limit: number, span: number): number | undefined => {
    const recent = (calls.get(key) ?? []).filter((time) => time > clock.now() - span);
    calls.set(key, recent);
    const oldest = recent[recent.length - limit];
    return oldest === undefined ? undefined : Math.max(1, Math.ceil((oldest + span - clock.now()) / 1000));
  };
  return {
    take: (method, tier, channel) => {
      const keys = [method, ...(tier === 'post' && channel ? [`${method} ${channel}`] : [])];
      const waits = [
        wait(method, PER_MINUTE[tier], MINUTE),
        keys[1] === undefined ? undefined : wait(keys[1], 1, PER_CHANNEL),
      ].filter((seconds) => seconds !== undefined);
      if (waits.length > 0) return Math.max(...waits);
      for (const key of keys) calls.get(key)?.push(clock.now());
      return undefined;
    },
  };
}
