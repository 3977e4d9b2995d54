// Tries numbers until one hashes to the challenge. SHA-256 by hand: browsers have their own only on encrypted lines.
const K = [], H = [];
const fraction = x => ((x - Math.floor(x)) * 4294967296) | 0;
for (let n = 2; K.length < 64; n++) {
  let prime = true;
  for (let d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
  if (!prime) continue;
  if (H.length < 8) H.push(fraction(Math.sqrt(n)));
  K.push(fraction(Math.cbrt(n)));
}

const w = new Int32Array(64);
const turn = (x, by) => (x >>> by) | (x << (32 - by));

function sha256(text) {
  const length = text.length;
  const blocks = ((length + 8) >> 6) + 1;
  const bytes = new Uint8Array(blocks * 64);
  for (let at = 0; at < length; at++) bytes[at] = text.charCodeAt(at);
  bytes[length] = 128;
  const view = new DataView(bytes.buffer);
  view.setUint32(blocks * 64 - 4, length * 8);
  const h = H.slice();
  for (let block = 0; block < blocks; block++) {
    for (let at = 0; at < 16; at++) w[at] = view.getInt32(block * 64 + at * 4);
    for (let at = 16; at < 64; at++) {
      const s0 = turn(w[at - 15], 7) ^ turn(w[at - 15], 18) ^ (w[at - 15] >>> 3);
      const s1 = turn(w[at - 2], 17) ^ turn(w[at - 2], 19) ^ (w[at - 2] >>> 10);
      w[at] = (w[at - 16] + s0 + w[at - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, i] = h;
    for (let at = 0; at < 64; at++) {
      const one = (i + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[at] + w[at]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      i = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, i].forEach((part, at) => { h[at] = (h[at] + part) | 0; });
  }
  return h.map(part => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

onmessage = event => {
  const { challenge, salt, maxnumber } = event.data;
  for (let number = 0; number <= maxnumber; number++) {
    if (sha256(salt + number) === challenge) return postMessage(number);
  }
  postMessage(-1);
};
