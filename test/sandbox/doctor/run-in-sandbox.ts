import { examine } from '../../../blueprints/doctor/examine.ts';
import { type Options, ways } from '../../../blueprints/doctor/options.ts';
import type { Row } from '../../../blueprints/doctor/row.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import { startWorld } from '../world.ts';
import type { Fault } from './fault.ts';
import { patientIn } from './patient.ts';

/** Looks at the sample org and workspace with everything asked, and one fault switched on. */
export async function examineInSandbox(options: Options, fault?: Fault): Promise<readonly Row[]> {
  const world = await startWorld(fault?.org);
  try {
    const healthy = patientIn(world);
    const patient = fault?.switchOn?.(world, healthy) ?? healthy;
    return await examine(
      patient,
      {
        ...options,
        ways,
        tryRoom: true,
        channels: options.channels.length > 0 ? options.channels : [CHANNELS.escalations],
        ...fault?.options,
      },
      {
        now: world.clock.now,
        sleep: async (milliseconds) => void world.clock.advance(milliseconds),
      },
    );
  } finally {
    await world.close();
  }
}
