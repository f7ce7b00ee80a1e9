// A line to the server that can be cut when an answer is on it.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** A line of its own; `cutAt` cuts it, once, at what it is told to look for in what the server says. */
export async function fragileLine() {
  const { hostname, port } = new URL(process.env.PARLEY_URL);
  let fatal;
  const ends = new Set();
  const line = createServer((client) => {
    const server = connect(Number(port), hostname);
    const both = [client, server];
    const end = () => both.forEach((socket) => socket.destroy());
    both.forEach((socket) => {
      ends.add(socket);
      socket.on("error", end).on("close", end);
    });
    client.on("data", (bytes) => server.write(bytes));
    server.on("data", (bytes) => {
      if (fatal !== undefined && bytes.includes(fatal)) {
        fatal = undefined;
        end();
      } else client.write(bytes);
    });
  });
  await once(line.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${line.address().port}`,
    cutAt(text) {
      fatal = text;
    },
    close() {
      line.close();
      ends.forEach((socket) => socket.destroy());
    },
  };
}
