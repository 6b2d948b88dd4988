import { createServer } from "node:net";

export interface MailServer {
  url: string;
  /** Every line that a client said, commands and mails alike. */
  heard: string[];
  /** While true every mailbox is refused, as by a server that is in trouble. */
  refusesAll: boolean;
  close: () => void;
}

/** A mail server on loopback that speaks just enough SMTP; it never knows the mailbox gone@. */
export function aMailServer(port = 0): Promise<MailServer> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    let isInMail = false;
    socket.write("220 test\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString().split("\r\n").filter(Boolean)) {
        heard.push(line);
        if (isInMail && line !== ".") continue;
        if (/^QUIT/i.test(line)) {
          socket.end("221 bye\r\n");
          continue;
        }
        socket.write(`${answerTo(line)}\r\n`);
        isInMail = /^DATA/i.test(line);
      }
    });
  });
  const mail: MailServer = { url: "", heard, refusesAll: false, close: () => server.close() };
  function answerTo(line: string): string {
    if (/^DATA/i.test(line)) return "354 go on";
    if (/^RCPT TO:<gone@/i.test(line)) return "550 no such mailbox";
    if (/^RCPT/i.test(line) && mail.refusesAll) return "451 try again later";
    return "250 ok";
  }
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : port;
      mail.url = `smtp://127.0.0.1:${taken}`;
      resolve(mail);
    });
  });
}
