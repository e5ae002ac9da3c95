// An address → the dots of its QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 10. No page in here.

const MOST = 10;
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26]; // bytes a block, by version
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/**
 * @param {string} text
 * @returns {boolean[][] | null} rows of dots, true is dark; null where it is too long
 */
export function dots(text) {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= MOST && bytes.length > room(version)) version += 1;
  if (version > MOST) return null;
  const plain = skeleton(version);
  fill(plain, interleaved(coded(bytes, version), version));
  const tried = MASKS.map((_, mask) => masked(plain, mask));
  const costs = tried.map(penalty);
  return tried[costs.indexOf(Math.min(...costs))];
}

/** How many dots are left for data and its correction. */
function free(version) {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    count -= (25 * marks - 10) * marks - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}

const dataBytes = (version) => Math.floor(free(version) / 8) - CORRECTION[version] * BLOCKS[version];
const lengthBits = (version) => (version < 10 ? 8 : 16);
const room = (version) => Math.floor((dataBytes(version) * 8 - 4 - lengthBits(version)) / 8);

/** The bytes with what says that they are bytes and how many, filled up. */
function coded(bytes, version) {
  const bits = [];
  const add = (value, length) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1);
  };
  add(4, 4);
  add(bytes.length, lengthBits(version));
  for (const byte of bytes) add(byte, 8);
  const all = dataBytes(version) * 8;
  add(0, Math.min(4, all - bits.length));
  add(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < all; pad ^= 0xec ^ 0x11) add(pad, 8);
  return Array.from({ length: all / 8 }, (_, at) => bits.slice(8 * at, 8 * at + 8).reduce((sum, bit) => (sum << 1) | bit, 0));
}

/** Multiplies in the field of 256 elements that the code is built on. */
function times(one, other) {
  let product = 0;
  for (let at = 7; at >= 0; at--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((other >>> at) & 1) * one;
  }
  return product;
}

function generator(degree) {
  const found = Array.from({ length: degree }, (_, at) => Number(at === degree - 1));
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let at = 0; at < degree; at++) found[at] = times(found[at], root) ^ (found[at + 1] ?? 0);
    root = times(root, 2);
  }
  return found;
}

function correction(data, divisor) {
  const rest = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((one, at) => (rest[at] ^= times(one, factor)));
  }
  return rest;
}

/** Data and corrections of all blocks, taken in turns. */
function interleaved(data, version) {
  const [count, extra] = [BLOCKS[version], CORRECTION[version]];
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const divisor = generator(extra);
  let begin = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const size = short + (at >= count - longer ? 1 : 0);
    const mine = data.slice(begin, (begin += size));
    return { mine, fix: correction(mine, divisor) };
  });
  const turns = (part, length) => Array.from({ length }, (_, at) => blocks.map((block) => block[part][at])).flat();
  return [...turns("mine", short + 1), ...turns("fix", extra)].filter((byte) => byte !== undefined);
}

/** The fixed marks of a version; null where data goes. */
function skeleton(version) {
  const size = version * 4 + 17;
  const rows = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (x, y, dark) => {
    if (rows[y]?.[x] !== undefined) rows[y][x] = dark;
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const square = (cx, cy, reach, light) => {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
    }
  };
  const places = alignment(version, size);
  const last = places.length - 1;
  places.forEach((y, row) =>
    places.forEach((x, column) => {
      const corner = (row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0);
      if (!corner) square(x, y, 2, [1]);
    }),
  );
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, [2, 4]); // prettier-ignore
  format(rows, 0);
  if (version >= 7) versionMarks(rows, version);
  return rows;
}

function alignment(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - step * (count - 2 - at))];
}

function remainder(value, polynomial, length) {
  let rest = value;
  for (let step = 0; step < length; step++) rest = (rest << 1) ^ ((rest >>> (length - 1)) * polynomial);
  return rest;
}

/** What says the level of correction (M is 0) and the mask, twice. */
function format(rows, mask) {
  const size = rows.length;
  const bits = ((mask << 10) | remainder(mask, 0x537, 10)) ^ 0x5412;
  const bit = (at) => ((bits >>> at) & 1) === 1;
  const first = [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]]; // prettier-ignore
  first.forEach(([x, y], at) => (rows[y][x] = bit(at)));
  for (let at = 0; at < 8; at++) rows[8][size - 1 - at] = bit(at);
  for (let at = 8; at < 15; at++) rows[size - 15 + at][8] = bit(at);
  rows[size - 8][8] = true;
}

function versionMarks(rows, version) {
  const bits = (version << 12) | remainder(version, 0x1f25, 12);
  for (let at = 0; at < 18; at++) {
    const [long, short] = [rows.length - 11 + (at % 3), Math.floor(at / 3)];
    rows[short][long] = rows[long][short] = ((bits >>> at) & 1) === 1;
  }
}

/** Lays the bits in double columns from the right, up and down. */
function fill(rows, bytes) {
  const size = rows.length;
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, at) => (byte >>> (7 - at)) & 1));
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = up ? size - 1 - step : step;
        if (rows[y][x] === null) rows[y][x] = bits[next++] ?? 0; // numbers are data, booleans are marks
      }
    }
  }
}

function masked(rows, mask) {
  const made = rows.map((row, y) => row.map((dot, x) => (typeof dot === "number" ? (dot === 1) !== (MASKS[mask](x, y) === 0) : dot)));
  format(made, mask);
  return made;
}

/** How hard the dots are to read: long runs, blocks, what looks like a corner, too dark or too light. */
function penalty(rows) {
  const size = rows.length;
  const columns = rows.map((_, x) => rows.map((row) => row[x]));
  let sum = 0;
  for (const line of [...rows, ...columns]) {
    let run = 0;
    line.forEach((dot, at) => {
      run = at > 0 && dot === line[at - 1] ? run + 1 : 1;
      if (run === 5) sum += 3;
      else if (run > 5) sum += 1;
    });
    const text = line.map(Number).join("");
    for (let at = 0; at + 11 <= size; at++) {
      const piece = text.slice(at, at + 11);
      if (piece === "10111010000" || piece === "00001011101") sum += 40;
    }
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      if (rows[y][x] === rows[y][x + 1] && rows[y][x] === rows[y + 1][x] && rows[y][x] === rows[y + 1][x + 1]) sum += 3;
    }
  }
  const dark = rows.flat().filter(Boolean).length / (size * size);
  return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
}
