import { Agent, request } from 'node:http';
import { DEMO_TOKENS } from '../lib/sandbox/settings';

const LANES = 4;
/** Each lane begins a batch this often, in ms: 40 a second in all stay below the budget, so that no turn is waited for. */
const EVERY_MS = 100;
const ROWS = Array.from({ length: 500 }, (_, n) => ({
  SALE_ID: `S${n}`,
  PRODUCT_ID: 'P10002',
  CUSTOMER_ID: 'C90210',
  MERCHANT_ID: 'M17',
  QUOTE_ID: 'Q17',
  SOLD_AT: '2024-03-01 09:30:00',
  QUANTITY: 3,
  SELLING_PRICE: 12.5,
}));

const agent = new Agent({ keepAlive: true, maxSockets: LANES });

/** One POST; resolves with its status, cookies and how long it took. `fetch` would add its own milliseconds to both. */
function post(url: string, headers: Record<string, string>, body: string) {
  return new Promise<{ status: number; cookies: string[]; text: string; ms: number }>((resolve, reject) => {
    const begun = performance.now();
    const length = String(Buffer.byteLength(body));
    const all = { ...headers, 'content-type': 'application/json', 'content-length': length };
    const sent = request(url, { method: 'POST', agent, headers: all }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const ms = performance.now() - begun;
        resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], text, ms });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Milliseconds per batch straight to the sandbox and through our route, taking turns, so that the machine is the same to both. */
export async function routeAgainstSandbox(app: string, sandbox: string, batches: number) {
  const own = {
    origin: app,
    host: new URL(app).host,
    'sec-fetch-site': 'same-origin',
    'x-onramp-request': '1',
  };
  const sandboxAuth = { authorization: DEMO_TOKENS.a };
  const connect = JSON.stringify({ name: 'Bench', host: { kind: 'sandbox', tenant: 'a' } });
  const session = await post(`${app}/api/session`, own, connect);
  const { connection } = JSON.parse(session.text) as { connection: { id: string } };
  const cookie = session.cookies.map((one) => one.split(';')[0]).join('; ');
  const mine = { ...own, cookie, 'x-onramp-connection': connection.id };
  const table = await rolledOut(app, mine);
  const rows = JSON.stringify(ROWS);
  const whole = JSON.stringify({
    solutionName: 'QP_OOTB',
    operationType: 'APPEND',
    dryRun: false,
    data: ROWS,
  });
  const straight: number[] = [];
  const through: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < batches; n = next++) {
      const begun = performance.now();
      const query = `solution=QP_OOTB&operation=APPEND&dryRun=false&batch=bench.${n}.1`;
      const answer =
        n % 2 === 0
          ? await post(`${sandbox}/api/v2/objects/${table}`, sandboxAuth, whole)
          : await post(`${app}/api/tables/${table}/rows?${query}`, mine, rows);
      if (answer.status !== 200)
        throw new Error(`A batch was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
      // The first ones warm up, until the engine has compiled what they run through.
      if (n >= 200) (n % 2 === 0 ? straight : through).push(answer.ms);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS - (performance.now() - begun)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { straight, through };
}

/** A table to send to, rolled out the way the app does it. */
async function rolledOut(app: string, mine: Record<string, string>): Promise<string> {
  const pair = { appName: 'quote-pricing', appVersion: '1.0.0' };
  const names = { prefix: 'QP_', suffix: '_OOTB', targetSchemaName: 'STAGE' };
  await post(`${app}/api/schema`, mine, JSON.stringify({ ...pair, dryRun: false }));
  const body = JSON.stringify({ solutionName: 'QP_OOTB', ...names, ...pair });
  const answer = await post(`${app}/api/schema/rollout`, mine, body);
  if (answer.status !== 200) throw new Error(`The rollout was answered ${answer.status}: ${answer.text}`);
  return 'QP_SALE_OOTB';
}
