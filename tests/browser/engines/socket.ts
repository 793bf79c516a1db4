// A WebSocket server for one client on this machine: text messages, as RFC 6455 frames them, and no more.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Peer {
  /** Called with every message of the client. */
  readonly hear: (message: string) => void;
  /** Called when the client has gone. */
  readonly end: () => void;
}

/** Listens on a free port; `accept` gets the way to send to a client that has come. Returns the address. */
export async function listen(
  accept: (send: (message: string) => void, path: string) => Peer,
): Promise<string> {
  const server = createServer();
  server.on('upgrade', (request, stream) => {
    const socket = stream as Socket;
    socket.setNoDelay(true);
    const key = request.headers['sec-websocket-key'];
    // the constant is the protocol's own (RFC 6455, 1.3)
    const answer = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${answer.digest('base64')}\r\n\r\n`,
    );
    const peer = accept((message) => {
      if (socket.writable) socket.write(frame(1, Buffer.from(message)));
    }, request.url ?? '/');
    read(socket, peer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A whole frame, unmasked as a server sends it. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (length < 126) head[1] = length;
  else if (length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}

function read(socket: Socket, peer: Peer) {
  let rest = Buffer.alloc(0);
  let parts: Buffer[] = [];
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, Buffer.from(chunk)]);
    for (;;) {
      if (rest.length < 2) return;
      const [first = 0, second = 0] = rest;
      const short = second & 0x7f;
      const start = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < start + 4) return;
      const length =
        short === 126
          ? rest.readUInt16BE(2)
          : short === 127
            ? Number(rest.readBigUInt64BE(2))
            : short;
      if (rest.length < start + 4 + length) return;
      const mask = rest.subarray(start, start + 4);
      const payload = Buffer.from(rest.subarray(start + 4, start + 4 + length));
      for (let i = 0; i < length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i & 3] ?? 0);
      rest = rest.subarray(start + 4 + length);
      const opcode = first & 0x0f;
      if (opcode === 8) socket.end(frame(8, payload));
      else if (opcode === 9) socket.write(frame(10, payload));
      else if (opcode <= 2) {
        parts.push(payload);
        if (first & 0x80) {
          peer.hear(Buffer.concat(parts).toString());
          parts = [];
        }
      }
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => peer.end());
}
