import { deflateSync, inflateSync } from 'node:zlib';

/**
 * The same picture with a palette: a screen of text has few colours, and a palette of them is a third of the bytes. Reads what
 * a browser writes: 8 bits, RGB or RGBA, not interlaced (PNG 1.2). Colours are rounded until 256 are enough.
 */
export function withPalette(png) {
  const { width, height, pixels } = decoded(png);
  for (let bits = 5; bits >= 3; bits--) {
    const found = new Map();
    const indexed = Buffer.alloc((width + 1) * height);
    const fits = pixels.every((rgb, n) => {
      const key = rounded(rgb >> 16, bits) << 16 | rounded((rgb >> 8) & 255, bits) << 8 | rounded(rgb & 255, bits);
      if (!found.has(key)) found.set(key, found.size);
      indexed[Math.floor(n / width) * (width + 1) + 1 + (n % width)] = found.get(key);
      return found.size <= 256;
    });
    if (fits) return encoded(width, height, [...found.keys()], indexed);
  }
  return png;
}

/** To so many bits, with white and black staying what they are. */
function rounded(value, bits) {
  const most = (1 << bits) - 1;
  return Math.round((Math.round((value / 255) * most) / most) * 255);
}

function decoded(png) {
  let at = 8;
  let width = 0;
  let height = 0;
  let samples = 3;
  const data = [];
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      samples = body[9] === 6 ? 4 : 3;
    } else if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = width * samples;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(line);
  for (let y = 0; y < height; y++) {
    const row = Buffer.from(raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)));
    unfilter(raw[y * (line + 1)], row, above, samples);
    for (let x = 0; x < width; x++) pixels[y * width + x] = row[x * samples] << 16 | row[x * samples + 1] << 8 | row[x * samples + 2];
    above = row;
  }
  return { width, height, pixels };
}

function unfilter(kind, row, above, samples) {
  for (let n = 0; n < row.length; n++) {
    const a = n < samples ? 0 : row[n - samples];
    const b = above[n];
    const c = n < samples ? 0 : above[n - samples];
    row[n] += [0, a, b, (a + b) >> 1, paeth(a, b, c)][kind];
  }
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function encoded(width, height, colours, indexed) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(indexed, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, body) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, check]);
}

function crc(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return (sum ^ -1) >>> 0;
}
