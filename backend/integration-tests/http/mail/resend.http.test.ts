import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { aMailServer, type MailServer } from "../../mail-server";
import { backend, must } from "../../market";
import { medusaHttpSuite } from "../../support";

// The configuration is read before any hook runs, so the port is chosen here and opened later.
const port = 30_000 + (process.pid % 20_000);
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

medusaHttpSuite("mail-resend", ({ getContainer }) => {
  let container: MedusaContainer;
  let server: MailServer;
  const mail = (key: string, template = "order-shipped") => ({
    to: "an@example.com",
    template,
    text: { subject: "Đang giao", text: "Kiện hàng của bạn đang trên đường." },
    key,
    about: { type: "order", id: "order_1" },
  });
  const send = (input: ReturnType<typeof mail>) =>
    backend("workflows/mail/send-mail")
      .sendMailWorkflow(container)
      .run({ input, throwOnError: false });
  const resend = () => backend("jobs/resend-mails").default(container);
  const rows = () =>
    container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "email" });
  const delivered = () => server.heard.filter((line) => /^Subject:/.test(line)).length;

  beforeAll(async () => {
    server = await aMailServer(port);
    container = getContainer();
  });
  beforeEach(() => {
    server.heard.length = 0;
    server.refusesAll = false;
  });
  afterAll(() => server.close());

  describe("A mail", () => {
    it("goes out once, however often the same thing is told", async () => {
      await send(mail("shipped-1"));
      await send(mail("shipped-1"));
      expect(delivered()).toBe(1);
      expect((await rows()).map(({ status }) => status)).toEqual(["success"]);
    });

    it("that the mail server refused stays as a row and is sent again later, once", async () => {
      server.refusesAll = true;
      await send(mail("shipped-2"));
      expect(must((await rows())[0]).status).toBe("failure");
      await resend();
      expect(must((await rows())[0]).status).toBe("failure");
      server.refusesAll = false;
      await resend();
      await resend();
      expect(delivered()).toBe(1);
      expect((await rows()).map(({ status }) => status)).toEqual(["success"]);
    });

    it("with a link that has lapsed is not sent any more", async () => {
      server.refusesAll = true;
      await send(mail("reset-1", "password-reset"));
      server.refusesAll = false;
      await backend(
        "lib/sql",
      ).sql()`UPDATE notification SET created_at = now() - interval '16 min'`;
      await resend();
      expect(delivered()).toBe(0);
    });
  });
});
