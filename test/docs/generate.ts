import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withBlock } from '../../blueprints/readme-block.ts';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import { sendLeadAlert } from '../../shared/operation/action/send-lead-alert.ts';
import measured from '../bench/measured.json' with { type: 'json' };
import { costTables } from './cost-table.ts';
import { errorTable } from './error-table.ts';
import { stepDiagram } from './step-diagram.ts';

/** A part of a document that a script writes. */
export interface Generated {
  /** From the project's folder. */
  readonly path: string;
  /** The name in the marks around it. */
  readonly name: string;
  readonly text: string;
}

/** Everything in documents that comes from code or from measurements. */
export function generated(): readonly Generated[] {
  const delivery = 'shared/delivery/README.md';
  return [
    { path: delivery, name: 'room', text: stepDiagram(openDealRoom.delivery) },
    { path: delivery, name: 'message', text: stepDiagram(sendLeadAlert.delivery) },
    { path: delivery, name: 'errors', text: errorTable() },
    { path: 'test/bench/README.md', name: 'costs', text: costTables(measured) },
  ];
}

/** `npm run docs`: writes them. */
async function writeAll(): Promise<void> {
  const project = join(import.meta.dirname, '..', '..');
  for (const { path, name, text } of generated()) {
    const file = join(project, path);
    await writeFile(file, withBlock(await readFile(file, 'utf8'), name, text));
  }
}

if (process.argv[1] === import.meta.filename) await writeAll();
