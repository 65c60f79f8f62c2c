import { nodeRoute } from '@/lib/gateway/node-route';
import { passRows } from '@/lib/gateway/rows';

export const config = { api: { bodyParser: false, externalResolver: true } };

export default nodeRoute('rows.send', { changes: true }, passRows);
