// An address in, its QR code out (ISO/IEC 18004): bytes, middle error correction, versions 1 to 10. Drawn in the browser,
// because a code for each page of a site of ten thousand records would take the build a minute.

// By version: error correction bytes of a block; how many blocks of how many data bytes.
const BLOCKS = [
  [10, [[1, 16]]], [16, [[1, 28]]], [26, [[1, 44]]], [18, [[2, 32]]], [24, [[2, 43]]], [16, [[4, 27]]],
  [18, [[4, 31]]], [22, [[2, 38], [2, 39]]], [22, [[3, 36], [2, 37]]], [26, [[4, 43], [1, 44]]],
]; // prettier-ignore
const ALIGNED = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const QUIET = 4; // modules of white around
const MASKS = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

const [EXP, LOG] = [new Uint8Array(512), new Uint8Array(256)];
for (let at = 0, value = 1; at < 255; at += 1, value = value << 1 ^ (value & 0x80 ? 0x11d : 0)) {
  EXP[at] = EXP[at + 255] = value;
  LOG[value] = at;
}

/**
 * The code of a text as rows of modules, 1 being dark; null where the text is too long.
 * @param {string} text
 * @param {number} [mask]  otherwise the one that reads best
 * @returns {Uint8Array[] | null}
 */
export function qr(text, mask) {
  const bytes = new TextEncoder().encode(text);
  const version = 1 + BLOCKS.findIndex((_, at) => bytes.length <= capacity(at + 1) - (at < 9 ? 2 : 3));
  if (version === 0) return null;
  const drawn = (chosen) => masked(version, bits(bytes, version), chosen);
  if (mask !== undefined) return drawn(mask);
  const all = MASKS.map((_, at) => drawn(at));
  const badness = all.map(penalty);
  return all[badness.indexOf(Math.min(...badness))];
}

/** The dark modules as the path of an SVG, one unit each, in a square of `size` units. */
export function drawing(rows) {
  const path = rows.flatMap((row, y) => [...row].flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  return { size: rows.length + 2 * QUIET, path: path.join("") };
}

function capacity(version) {
  return BLOCKS[version - 1][1].reduce((sum, [count, size]) => sum + count * size, 0);
}

/** Data and error correction, in the order in which they are laid out. */
function bits(bytes, version) {
  const room = capacity(version);
  const lengthBits = version < 10 ? 8 : 16;
  const stream = [];
  const put = (value, count) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) stream.push((value >> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, lengthBits);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, room * 8 - stream.length));
  while (stream.length % 8) stream.push(0);
  for (let pad = 0; stream.length < room * 8; pad += 1) put(pad % 2 ? 0x11 : 0xec, 8);
  const data = Uint8Array.from({ length: room }, (_, at) => parseInt(stream.slice(at * 8, at * 8 + 8).join(""), 2));

  const [length, groups] = BLOCKS[version - 1];
  let from = 0;
  const blocks = groups.flatMap(([count, size]) =>
    Array.from({ length: count }, () => data.slice(from, (from += size))),
  );
  const checks = blocks.map((block) => corrected(block, length));
  const longest = Math.max(...blocks.map((block) => block.length));
  const order = [...across(blocks, longest), ...across(checks, length)];
  return order.flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> (7 - bit)) & 1));
}

function across(blocks, length) {
  return Array.from({ length }, (_, at) => blocks.filter((block) => at < block.length).map((block) => block[at])).flat();
}

/** The error correction bytes of a block: the rest of a division by the generator polynomial (Reed-Solomon). */
function corrected(block, length) {
  let generator = [1];
  for (let at = 0; at < length; at += 1) {
    generator = [...generator, 0].map((value, place) => value ^ times(generator[place - 1] ?? 0, EXP[at]));
  }
  const rest = [...block, ...Array(length).fill(0)];
  for (let at = 0; at < block.length; at += 1) {
    const factor = rest[at];
    if (factor) generator.forEach((value, place) => (rest[at + place] ^= times(value, factor)));
  }
  return rest.slice(block.length);
}

function times(a, b) {
  return a && b ? EXP[LOG[a] + LOG[b]] : 0;
}

function masked(version, stream, mask) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => new Uint8Array(size));
  const fixed = Array.from({ length: size }, () => new Uint8Array(size));
  const set = (y, x, dark) => {
    if (y < 0 || x < 0 || y >= size || x >= size) return;
    rows[y][x] = dark ? 1 : 0;
    fixed[y][x] = 1;
  };
  patterns(version, size, set);
  told(version, size, mask, set);
  let at = 0;
  for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y][x]) continue;
        rows[y][x] = (stream[at] ?? 0) ^ (MASKS[mask](y, x) ? 1 : 0);
        at += 1;
      }
    }
  }
  return rows;
}

/** What is the same in all codes of a version: the three eyes, timing, alignment, the dark module. */
function patterns(version, size, set) {
  for (const [top, left] of [[0, 0], [0, size - 7], [size - 7, 0]]) {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3));
        set(top + y, left + x, ring !== 2 && ring !== 4);
      }
    }
  }
  for (let at = 8; at < size - 8; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const top of ALIGNED[version - 1]) {
    for (const left of ALIGNED[version - 1]) {
      const last = size - 7;
      if ((top === 6 && left === 6) || (top === 6 && left === last) || (top === last && left === 6)) continue; // eyes
      for (let y = -2; y <= 2; y += 1) {
        for (let x = -2; x <= 2; x += 1) set(top + y, left + x, Math.max(Math.abs(y), Math.abs(x)) !== 1);
      }
    }
  }
  set(size - 8, 8, true);
}

/** What the code tells of itself: error correction and mask, from version 7 on its version. */
function told(version, size, mask, set) {
  const format = ((mask << 10) | rest(mask << 10, 0x537, 10)) ^ 0x5412; // middle error correction is 00
  for (let bit = 0; bit < 15; bit += 1) {
    const dark = (format >> bit) & 1;
    set(bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, 8, dark);
    set(8, bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit, dark);
  }
  if (version < 7) return;
  const number = (version << 12) | rest(version << 12, 0x1f25, 12);
  for (let bit = 0; bit < 18; bit += 1) {
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    set(far, near, (number >> bit) & 1);
    set(near, far, (number >> bit) & 1);
  }
}

function rest(value, divisor, degree) {
  let left = value;
  for (let bit = 31 - Math.clz32(left); bit >= degree; bit = 31 - Math.clz32(left)) left ^= divisor << (bit - degree);
  return left;
}

/** How badly a code may be read: long runs, blocks, what looks like an eye, too much of one colour. */
function penalty(rows) {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  let found = 0;
  let dark = 0;
  for (const line of [...rows, ...columns]) {
    const text = [...line].join("");
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) found += run.length - 2;
    for (let at = 0; at <= size - 11; at += 1) {
      const part = text.slice(at, at + 11);
      if (part === "10111010000" || part === "00001011101") found += 40;
    }
  }
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      dark += rows[y][x];
      if (y && x && rows[y][x] === rows[y - 1][x] && rows[y][x] === rows[y][x - 1] && rows[y][x] === rows[y - 1][x - 1]) {
        found += 3;
      }
    }
  }
  return found + 10 * Math.floor(Math.abs((dark * 100) / size ** 2 - 50) / 5);
}
