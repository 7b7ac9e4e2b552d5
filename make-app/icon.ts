import { crc32, deflateSync } from 'node:zlib';

/** Make takes an icon of exactly this many pixels on each side. */
const SIZE = 512;
const BACKGROUND = [30, 58, 95] as const;
const WIRE = [255, 255, 255] as const;

/** The app's icon as PNG: a wire from the cloud to the room. Stored without compression, so that it is the same everywhere. */
export function icon(): Buffer {
  const rows = Array.from({ length: SIZE }, (_, y) => Buffer.from([0, ...row(y)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([1, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...BACKGROUND, ...WIRE])),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A row of pixels, eight to a byte. */
function row(y: number): number[] {
  return Array.from({ length: SIZE / 8 }, (_, byte) =>
    Array.from({ length: 8 }, (_, bit) => (isWire(byte * 8 + bit, y) ? 128 >> bit : 0)).reduce(
      (a, b) => a | b,
    ),
  );
}

function isWire(x: number, y: number): boolean {
  const within = (cx: number, cy: number, radius: number) => Math.hypot(x - cx, y - cy) <= radius;
  const isRing = within(146, 366, 74) && !within(146, 366, 38);
  const isPlug = x >= 296 && x <= 420 && y >= 92 && y <= 216;
  const along = (x - 190) * Math.SQRT1_2 - (y - 322) * Math.SQRT1_2;
  const across = Math.abs((x - 190) * Math.SQRT1_2 + (y - 322) * Math.SQRT1_2);
  return isRing || isPlug || (along >= 0 && along <= 190 && across <= 20);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
