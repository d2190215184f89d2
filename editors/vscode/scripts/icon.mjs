/** Draw the icon of the extension: a page with a numbered paragraph, and the wave that marks a finding. */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const SIZE = 128;
const SAMPLES = 4; // per pixel in each direction

const SEA = [20, 72, 92];
const PAPER = [250, 248, 242];
const INK = [44, 62, 72];
const AMBER = [232, 146, 32];

/** Shapes from back to front: a colour, and whether a point is inside. */
const SHAPES = [
  [SEA, (x, y) => inRoundedBox(x, y, 0, 0, 128, 128, 26)],
  [PAPER, (x, y) => inRoundedBox(x, y, 26, 16, 102, 112, 6)],
  // the title in the middle, and three preambular lines, the first words slanted as italics are
  [INK, (x, y) => inRoundedBox(x, y, 46, 27, 82, 32, 2)],
  [AMBER, (x, y) => slanted(x, y, 36, 41, 22, 5)],
  [INK, (x, y) => inRoundedBox(x, y, 62, 41, 92, 46, 2)],
  [INK, (x, y) => inRoundedBox(x, y, 36, 51, 84, 56, 2)],
  // the number of an operative paragraph, and its lines
  [INK, (x, y) => inRoundedBox(x, y, 39, 66, 44, 88, 1) || triangle(x, y)],
  [INK, (x, y) => (x - 49) ** 2 + (y - 86) ** 2 < 6],
  [INK, (x, y) => inRoundedBox(x, y, 58, 67, 92, 72, 2)],
  [INK, (x, y) => inRoundedBox(x, y, 58, 78, 84, 83, 2)],
  [AMBER, (x, y) => wave(x, y, 36, 92, 99, 3.2, 12, 2.6)],
];

function inRoundedBox(x, y, left, top, right, bottom, radius) {
  const dx = Math.max(left + radius - x, 0, x - (right - radius));
  const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= radius * radius;
}

function slanted(x, y, left, top, width, height) {
  return inRoundedBox(x + (y - top - height) * 0.25, y, left, top, left + width, top + height, 2);
}

/** The flag of the digit 1. */
function triangle(x, y) {
  return x >= 34 && x <= 40 && y >= 66 + (40 - x) * 0.8 && y <= 72 + (40 - x) * 0.4;
}

/** A wave of some thickness around a middle line. */
function wave(x, y, left, right, middle, height, length, thickness) {
  const slope = ((height * 2 * Math.PI) / length) * Math.cos((2 * Math.PI * (x - left)) / length);
  const distance = Math.abs(y - middle - height * Math.sin((2 * Math.PI * (x - left)) / length)) / Math.hypot(1, slope);
  return x >= left && x <= right && distance <= thickness / 2 + 0.6;
}

function pixel(column, row) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = column + ((i % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const colour = SHAPES.findLast(([, inside]) => inside(x, y))?.[0];
    if (colour !== undefined) {
      colour.forEach((value, channel) => (sum[channel] += value));
      sum[3] += 1;
    }
  }
  const covered = sum[3] || 1;
  return [...sum.slice(0, 3).map((value) => Math.round(value / covered)), Math.round((255 * sum[3]) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const rows = Array.from({ length: SIZE }, (_, row) =>
  Buffer.from([0, ...Array.from({ length: SIZE }, (_, column) => pixel(column, row)).flat()]),
);
const header = Buffer.alloc(13);
header.writeUInt32BE(SIZE, 0);
header.writeUInt32BE(SIZE, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, red, green, blue and opacity
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const parts = [signature, chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })), chunk("IEND", Buffer.alloc(0))];
writeFileSync(fileURLToPath(new URL("../images/icon.png", import.meta.url)), Buffer.concat(parts));
