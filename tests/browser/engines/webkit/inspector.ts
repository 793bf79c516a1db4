// WebKit's remote inspector, as WebKitGTK serves it: messages of a name and a GVariant over TCP, within
// which the inspector protocol travels as JSON. Web targets are announced to the WebDriver alone, so the
// driver is led through here and its target lists are read on the way.
// Method: WebKit, Source/JavaScriptCore/inspector/remote/glib/RemoteInspectorServer.cpp.
import { connect, createServer, type Socket } from 'node:net';

export type Json = Readonly<Record<string, unknown>>;

/** A target that can be inspected, and the connection it is reached by. */
export interface Target {
  readonly connection: bigint;
  readonly id: bigint;
}

/** Splits a stream into messages: size (big-endian), flags, name, NUL, payload. */
function read(socket: Socket, hear: (name: string, payload: Buffer) => void) {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, Buffer.from(chunk)]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(0)) {
      const body = rest.subarray(5, 5 + rest.readUInt32BE(0));
      rest = rest.subarray(5 + body.length);
      const end = body.indexOf(0);
      hear(body.toString('utf8', 0, end), body.subarray(end + 1));
    }
  });
}

/** The web pages in a target list, GVariant "(ta(tsssb))": the id and the kind of each are enough. */
function pagesIn(list: Buffer): Target[] {
  if (list.length <= 8) return [];
  const items = list.subarray(8);
  // offsets are as wide as the size of what holds them needs; the last one is where the items end
  const width = items.length < 256 ? 1 : items.length < 65_536 ? 2 : 4;
  const end = items.readUIntLE(items.length - width, width);
  const pages: Target[] = [];
  let start = 0;
  for (let at = end; at < items.length; at += width) {
    const item = items.subarray(start, items.readUIntLE(at, width));
    start = Math.ceil(items.readUIntLE(at, width) / 8) * 8;
    const kind = item.toString('latin1', 8, item.indexOf(0, 8));
    if (kind === 'WebPage')
      pages.push({ connection: list.readBigUInt64LE(0), id: item.readBigUInt64LE(0) });
  }
  return pages;
}

/** The id of no target: they are counted from 1. */
const nobody = 0x7fff_fffen;

/** Whether another message may be on its way: not after the answer of a page, which ends an exchange. */
const moreFollows = ({ params }: Json): boolean =>
  !String((params as Json | undefined)?.['message']).startsWith('{"result"');

export class Inspector {
  #socket: Socket | undefined;
  readonly #listeners = new Map<bigint, (message: Json) => void>();
  /** The newest list of web pages, and who waits for a change of it. */
  #pages: readonly Target[] = [];
  #waiting: (() => void)[] = [];
  /** How many messages have been sent. */
  #sent = 0;
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** Opens the way for the driver; returns the port it is to use. */
  async leadDriver(): Promise<number> {
    const server = createServer((driver) => {
      const browser = connect(this.#port, '127.0.0.1');
      for (const socket of [driver, browser]) socket.setNoDelay(true);
      driver.on('data', () => this.#acknowledge());
      driver.pipe(browser).pipe(driver);
      driver.on('error', () => browser.destroy());
      browser.on('error', () => driver.destroy());
      read(browser, (name, payload) => {
        if (name !== 'SetTargetList') return;
        this.#acknowledgeUnlessAnswered();
        this.#pages = pagesIn(payload);
        for (const wake of this.#waiting.splice(0)) wake();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  /** Connects as an inspector of its own. */
  async open(): Promise<void> {
    const socket = connect(this.#port, '127.0.0.1');
    socket.setNoDelay(true);
    this.#socket = socket;
    socket.on('error', () => {});
    await new Promise<void>((resolve) => {
      read(socket, (name, payload) => {
        if (name === 'DidSetupInspectorClient') resolve();
        if (name !== 'SendMessageToFrontend') return;
        const message = JSON.parse(payload.toString('utf8', 16, payload.length - 1)) as Json;
        if (moreFollows(message)) this.#acknowledgeUnlessAnswered();
        this.#listeners.get(payload.readBigUInt64LE(8))?.(message);
      });
      // the digest of the commands the inspector knows: any wrong one will do
      this.#send('SetupInspectorClient', Buffer.from('none\0'));
    });
  }

  /** The page that is not among `known`, once there is one. */
  async newPage(known: ReadonlySet<bigint>): Promise<Target> {
    for (;;) {
      const page = this.#pages.find(({ id }) => !known.has(id));
      if (page) return page;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  inspect(target: Target, hear: (message: Json) => void) {
    this.#listeners.set(target.id, hear);
    this.#send('Setup', address(target));
  }

  tell(target: Target, message: Json) {
    const json = Buffer.from(`${JSON.stringify(message)}\0`);
    this.#send('SendMessageToBackend', Buffer.concat([address(target), json]));
  }

  leave(target: Target) {
    this.#listeners.delete(target.id);
  }

  /**
   * Within the browser messages go through a connection that holds a small one back until the last has been
   * acknowledged, which its other end puts off for 40 ms unless it has something to send. A message to a target
   * that does not exist is such a thing, and is not answered. One that is sent anyway does as well.
   */
  #acknowledge() {
    const [page] = this.#pages;
    if (page) this.tell({ connection: page.connection, id: nobody }, {});
  }

  #acknowledgeUnlessAnswered() {
    const sent = this.#sent;
    setTimeout(() => {
      if (sent === this.#sent) this.#acknowledge();
    }, 1);
  }

  #send(name: string, payload: Buffer) {
    this.#sent++;
    const body = Buffer.concat([Buffer.from(`${name}\0`), payload]);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(body.length);
    head[4] = 1; // the payload is little-endian
    this.#socket?.write(Buffer.concat([head, body]));
  }
}

/** GVariant "(tt)". */
function address({ connection, id }: Target): Buffer {
  const buffer = Buffer.alloc(16);
  buffer.writeBigUInt64LE(connection, 0);
  buffer.writeBigUInt64LE(id, 8);
  return buffer;
}
