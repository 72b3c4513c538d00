import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * A client that leaves the two cores to those who are measured: kept connections, requests written whole, of an answer only its length, its
 * status and its beginning read (each sixteenth whole). A load generator of general use takes as long for an answer as raw does.
 */
export class Connection {
  #socket;
  #parts = [];
  #have = 0;
  #want = 0;
  #bodyAt = 0;
  #answered;
  #failed;

  static async open(url) {
    const { hostname, port } = new URL(url);
    const one = new Connection();
    one.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => one.#socket.once('connect', resolve).once('error', reject));
    one.#socket.on('data', (part) => one.#take(part));
    one.#socket.on('error', (error) => one.#failed?.(error));
    one.#socket.on('close', () => one.#failed?.(new Error('the connection was closed')));
    return one;
  }

  /** @returns {Promise<Buffer>} the whole answer, its status line first; `bodyAt` says where its body begins. */
  ask(path, headers, body) {
    const head = [`POST ${path} HTTP/1.1`, 'host: bench', 'content-type: application/json'];
    for (const [name, value] of Object.entries(headers)) head.push(`${name}: ${value}`);
    head.push(`content-length: ${Buffer.byteLength(body)}`, '', '');
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(head.join('\r\n') + body);
    });
  }

  get bodyAt() {
    return this.#bodyAt;
  }

  #take(part) {
    this.#parts.push(part);
    this.#have += part.length;
    if (this.#want === 0 && !this.#readHead()) return;
    if (this.#have < this.#want) return;
    const whole = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#have = this.#want = 0;
    const answered = this.#answered;
    this.#failed = undefined;
    answered(whole);
  }

  #readHead() {
    const so = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    this.#parts = [so];
    const end = so.indexOf(HEAD_END);
    if (end < 0) return false;
    const length = /\r\ncontent-length: *(\d+)/i.exec(so.latin1Slice(0, end));
    if (!length) throw new Error(`an answer without its length: ${so.latin1Slice(0, end)}`);
    this.#bodyAt = end + 4;
    this.#want = this.#bodyAt + Number(length[1]);
    return true;
  }

  close() {
    this.#failed = undefined;
    this.#socket.destroy();
  }
}
