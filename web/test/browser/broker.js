import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Just enough of Kafka's protocol to put one message on a topic of the running product, as a service of another version or
 * a broken program would: Produce version 3 (the oldest that brokers of today take) with one batch of format 2.
 */
const PRODUCE = 0;
const VERSION = 3;
const PATIENCE = 10_000;

/**
 * @param grid the product under test
 * @param message `{ topic, key, headers, value }`, all of it text
 * @returns the place of the message, `topic/partition/offset`
 */
export async function put(grid, { topic, key, headers, value }) {
  const partition = 0;
  const batch = batchOf(recordOf(key, headers, value));
  const body = Buffer.concat([
    int16(-1), int16(-1), int32(PATIENCE),
    int32(1), text(topic), int32(1), int32(partition), int32(batch.length), batch,
  ]);
  const answer = await asked(grid.broker, Buffer.concat([int16(PRODUCE), int16(VERSION), int32(1), text('stories'), body]));
  // Correlation, one topic with its name, one partition with its number; then the error and the offset.
  const at = 4 + 4 + 2 + Buffer.byteLength(topic) + 4 + 4;
  assert.equal(answer.readInt16BE(at), 0, `the broker refused a message for ${topic}`);
  return `${topic}/${partition}/${answer.readBigInt64BE(at + 2)}`;
}

async function asked({ host, port }, request) {
  const socket = connect(port, host);
  socket.setTimeout(PATIENCE, () => socket.destroy(new Error('the broker does not answer')));
  try {
    await once(socket, 'connect');
    socket.write(Buffer.concat([int32(request.length), request]));
    let got = Buffer.alloc(0);
    for await (const piece of socket) {
      got = Buffer.concat([got, piece]);
      if (got.length >= 4 && got.length >= 4 + got.readInt32BE(0)) return got.subarray(4);
    }
    throw new Error('the broker hung up');
  } finally {
    socket.destroy();
  }
}

function batchOf(entry) {
  const now = BigInt(Date.now());
  const checked = Buffer.concat([
    int16(0), int32(0), int64(now), int64(now), int64(-1n), int16(-1), int32(-1), int32(1), entry,
  ]);
  const rest = Buffer.concat([int32(-1), Buffer.from([2]), uint32(crc32c(checked)), checked]);
  return Buffer.concat([int64(0n), int32(rest.length), rest]);
}

function recordOf(key, headers, value) {
  const named = Object.entries(headers).flatMap(([name, said]) => [counted(name), counted(said)]);
  const parts = Buffer.concat([Buffer.from([0]), varint(0), varint(0), counted(key), counted(value), varint(Object.keys(headers).length), ...named]);
  return Buffer.concat([varint(parts.length), parts]);
}

function counted(said) {
  const bytes = Buffer.from(said);
  return Buffer.concat([varint(bytes.length), bytes]);
}

function text(said) {
  const bytes = Buffer.from(said);
  return Buffer.concat([int16(bytes.length), bytes]);
}

function written(size, write) {
  const bytes = Buffer.alloc(size);
  write(bytes);
  return bytes;
}
const int16 = (value) => written(2, (bytes) => bytes.writeInt16BE(value));
const int32 = (value) => written(4, (bytes) => bytes.writeInt32BE(value));
const uint32 = (value) => written(4, (bytes) => bytes.writeUInt32BE(value));
const int64 = (value) => written(8, (bytes) => bytes.writeBigInt64BE(value));

/** Zigzag, seven bits a byte; nothing here is below zero. */
function varint(value) {
  const bytes = [];
  let left = value * 2;
  for (; left > 127; left >>>= 7) bytes.push((left & 127) | 128);
  return Buffer.from([...bytes, left]);
}

/** Castagnoli, which batches are checked by; zlib has the other one. */
function crc32c(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
