// A real mail server for the tests: the package `smtp-server` of Nodemailer, read back with `postal-mime`. It says what
// happened as lines of JSON, and behaves as the last line on its input says.
//
// node server.mjs '{"key": "…", "cert": "…", "user": "…", "password": "…", "secure": false, "port": 0}'
import { createInterface } from "node:readline";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

const options = JSON.parse(process.argv[2]);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

// { "kind": "accept" | "refuseSender" | "refuseRecipient" | "refuseMessage" | "mute" | "cutInMessage" | "cutAfterMessage",
//   "code": 550, "wait": milliseconds }
let behaviour = { kind: "accept" };

const refusal = () => Object.assign(new Error("not this one"), { responseCode: behaviour.code });
const later = (done) => setTimeout(done, behaviour.wait ?? 0);
const cut = (session) => {
  for (const connection of server.connections) {
    if (connection.session === session || connection.id === session.id) connection._socket.destroy();
  }
};

const server = new SMTPServer({
  secure: options.secure,
  key: options.key,
  cert: options.cert,
  authMethods: options.methods ?? ["PLAIN", "LOGIN"],
  disabledCommands: options.disabled ?? [],
  hideSMTPUTF8: false,
  disableReverseLookup: true,
  closeTimeout: 100,
  onConnect(session, done) {
    say({ event: "connected", secure: session.secure });
    if (behaviour.kind !== "mute") later(done);
  },
  onAuth(auth, session, done) {
    const right = auth.username === options.user && auth.password === options.password;
    say({ event: "signedIn", method: auth.method, secure: session.secure, right });
    done(right ? null : new Error("wrong"), right ? { user: auth.username } : undefined);
  },
  onMailFrom(address, session, done) {
    later(() => done(behaviour.kind === "refuseSender" ? refusal() : null));
  },
  onRcptTo(address, session, done) {
    later(() => done(behaviour.kind === "refuseRecipient" ? refusal() : null));
  },
  onData(stream, session, done) {
    const chunks = [];
    if (behaviour.kind === "cutInMessage") {
      say({ event: "cut" });
      cut(session);
    }
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("error", () => {});
    stream.on("end", async () => {
      if (behaviour.kind === "cutInMessage") return;
      if (behaviour.kind === "refuseMessage") return later(() => done(refusal()));
      const raw = Buffer.concat(chunks);
      const mail = await PostalMime.parse(raw);
      say({
        event: "message",
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        secure: session.secure,
        messageId: mail.messageId,
        subject: mail.subject,
        sender: mail.from,
        text: mail.text,
        html: mail.html,
        headers: mail.headers.map(({ key, value }) => [key, value]),
        raw: raw.toString("latin1"),
      });
      if (behaviour.kind === "cutAfterMessage") return cut(session);
      later(() => done(null, "taken"));
    });
  },
});
server.on("error", (error) => say({ event: "error", message: error.message }));
server.listen(options.port, "127.0.0.1", () => say({ event: "listening", port: server.server.address().port }));
createInterface({ input: process.stdin })
  .on("line", (line) => {
    behaviour = JSON.parse(line);
    say({ event: "behaves" });
  })
  .on("close", () => process.exit(0));
